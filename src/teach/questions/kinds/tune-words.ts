/** Settings as a sentence has them: "They ask once in 900 ms; a slew bends a clock by 500 ppm". */

import type { Settings, turnable } from '#/scenarios';

export function settingsWords(offered: ReturnType<typeof turnable>, settings: Settings): string {
  return offered
    .map(({ knob, at }) => {
      const value = settings[knob.id] ?? at;
      // A label that asks to be gone on with, as "Writes are stamped by", is.
      const label = /(,| and| by| in| of)$/.test(knob.label) ? knob.label : `${knob.label}:`;
      if (knob.kind === 'switch') return `${label} ${value === true ? 'on' : 'off'}`;
      if (Array.isArray(knob.kind)) {
        const said = knob.kind.find((choice) => choice.value === value)?.label ?? value;
        return `${label} ${said}`;
      }
      return `${label} ${value}${knob.kind.unit === '' ? '' : ` ${knob.kind.unit}`}`;
    })
    .join('; ');
}
