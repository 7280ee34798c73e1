/** Tools that are no lessons: the sandbox, and one scenario in a frame. */

export { Chaos, type ChaosProps } from './chaos/Chaos';
export { Gallery, type GalleryProps } from './gallery/Gallery';
export { HistoryLab } from './history/HistoryLab';
export { Bench, type BenchProps } from './sandbox/Bench';
export { Sandbox, type SandboxProps, type Shelf } from './sandbox/Sandbox';
