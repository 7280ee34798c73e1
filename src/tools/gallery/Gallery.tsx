/** The gallery: every sign of the figure, standing at the moment that shows it, and the pieces pages are made of. */

import type { Catalogue, ProtocolModule } from '#/scenarios';
import { Bench } from '../sandbox/Bench';
import { fixtures } from './fixtures';
import styles from './Gallery.module.css';
import { Pieces } from './Pieces';

export interface GalleryProps {
  catalogue: Catalogue;
  modules: Readonly<Record<string, ProtocolModule>>;
}

export function Gallery({ catalogue, modules }: GalleryProps) {
  return (
    <div className={styles.gallery}>
      <h2>Signs</h2>
      <div className={styles.figures}>
        {fixtures.map(({ id, title, says, scenario, variant, atUs, hide }) => {
          const world = catalogue.scenarios[scenario];
          const module = world && modules[world.protocol];
          if (!world || !module) return null;
          return (
            <section key={id} id={id} aria-labelledby={`${id}-title`}>
              <h3 id={`${id}-title`}>{title}</h3>
              <p>{says}</p>
              <Bench
                scenario={world}
                module={module}
                variant={variant}
                opening={openings[id] ?? { atUs }}
                {...(hide ? { size: 'lesson', hide } : { size: 'compact' })}
              />
            </section>
          );
        })}
      </div>
      <h2>Pieces</h2>
      <Pieces />
    </div>
  );
}

/** The same objects at each render, so that a figure is not made anew. */
const openings: Readonly<Record<string, { readonly atUs: number }>> = Object.fromEntries(
  fixtures.map(({ id, atUs }) => [id, { atUs }]),
);
