/** Settings as a sentence has them: "They ask once in 900 ms; a slew bends a clock by 500 ppm". */

import type { Settings, turnable } from '#/scenarios';

export function settingsWords(offered: ReturnType<typeof turnable>, settings: Settings): string {
  return offered
    .map(({ knob, at }) => {
      const value = settings[knob.id] ?? at;
      if (knob.kind === 'switch') return `${knob.label}: ${value === true ? 'on' : 'off'}`;
      if (Array.isArray(knob.kind)) {
        const said = knob.kind.find((choice) => choice.value === value)?.label ?? value;
        return `${knob.label}: ${said}`;
      }
      return `${knob.label} ${value}${knob.kind.unit === '' ? '' : ` ${knob.kind.unit}`}`;
    })
    .join('; ');
}
