/** A mistake in a protocol or a scenario, told in a sentence. It stops the run that made it. */
export class KernelError extends Error {
  override name = 'KernelError';
}
