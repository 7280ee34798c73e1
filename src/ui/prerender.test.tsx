/** Every component as the server writes it: no style attribute, which the content policy would refuse. */
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import * as ui from './index';

const nothing = () => {};
const options = [
  { value: 'a', label: 'A', hint: 'first' },
  { value: 'b', label: 'B' },
];

const everything: Record<string, ReactNode> = {
  buttons: (
    <ui.ButtonRow label="Playback">
      <ui.Button variant="primary" icon={<ui.PlayIcon />} pressed>
        Play
      </ui.Button>
      <ui.ButtonLink href="../">Home</ui.ButtonLink>
      <ui.CopyButton text={() => ''} copied="Copied.">
        Copy
      </ui.CopyButton>
      <ui.IconButton label="Undo" icon={<ui.UndoIcon />} unavailable />
    </ui.ButtonRow>
  ),
  slider: <ui.Slider label="Loss" value={30} min={0} max={100} unit="%" defaultValue={10} hint="Chance" />,
  range: <ui.Range min={0} max={9} defaultValue={3} aria-label="Time" />,
  switch: <ui.Switch label="Retry" checked onChange={nothing} hint="h" />,
  checkbox: <ui.Checkbox label="Show" checked={false} onChange={nothing} />,
  radios: <ui.RadioGroup legend="Which" value="a" options={options} onChange={nothing} />,
  segments: (
    <ui.RadioGroup legend="Which" value={null} options={options} onChange={nothing} variant="segmented" />
  ),
  theme: <ui.ThemeSwitch value="system" onChange={nothing} />,
  select: <ui.Select label="Preset" value="a" options={options} onChange={nothing} />,
  number: <ui.NumberField label="Seed" value={1} min={0} max={9} unit="ms" onCommit={nothing} />,
  text: <ui.TextField label="Link" value="x" error="Damaged." mono />,
  area: <ui.TextField label="Link" value="x" rows={3} hint="h" readOnly />,
  dialog: (
    <ui.Dialog open={false} onClose={nothing} title="T">
      x
    </ui.Dialog>
  ),
  sheet: (
    <ui.BottomSheet open onClose={nothing} title="T" actions={<ui.Button>OK</ui.Button>}>
      x
    </ui.BottomSheet>
  ),
  menu: <ui.Menu label="Node" items={[{ heading: 'h' }, { id: 'x', label: 'X', onSelect: nothing }]} />,
  popover: <ui.Popover label="More">{(close) => <ui.Button onClick={close}>Close</ui.Button>}</ui.Popover>,
  tabs: <ui.Tabs label="Views" tabs={[{ id: 'a', label: 'A', panel: 'x' }]} />,
  disclosure: <ui.Disclosure summary="More">x</ui.Disclosure>,
  toasts: <ui.ToastProvider>x</ui.ToastProvider>,
  notices: (['info', 'warning', 'error', 'done'] as const).map((tone) => (
    <ui.Notice key={tone} tone={tone} title={tone} live="polite" actions={<ui.Button>Do</ui.Button>}>
      x
    </ui.Notice>
  )),
  table: (
    <ui.Table
      caption="Events"
      rows={[1, 2]}
      rowKey={(row) => row}
      isCurrent={(row) => row === 2}
      columns={[{ id: 'a', header: 'A', cell: (row) => row, align: 'end', rowHeader: true }]}
    />
  ),
  chips: ui.chipShapes.map((shape) => (
    <ui.Chip key={shape} shape={shape} hue="blue" onClick={nothing} lit>
      {shape} <ui.Kbd>K</ui.Kbd>
      <ui.VisuallyHidden>x</ui.VisuallyHidden>
    </ui.Chip>
  )),
  icons: Object.entries(ui)
    .filter(([name]) => name.endsWith('Icon'))
    .map(([name, Icon]) => {
      const Drawn = Icon as typeof ui.PlayIcon;
      return <Drawn key={name} />;
    }),
};

const styled = (node: ReactNode): boolean => / style=/.test(renderToString(node));

test.each(Object.keys(everything))('%s prints no style attribute', (name) => {
  expect(styled(everything[name])).toBe(false);
});

test('the check would see one', () => {
  expect(styled(<p style={{ top: 1 }}>x</p>)).toBe(true);
});

test('every component of the room is in the list', () => {
  const drawn = JSON.stringify(Object.values(everything), (_, value) =>
    typeof value === 'function' ? value.name : value,
  );
  const components = Object.entries(ui)
    .filter(([name, value]) => /^[A-Z]/.test(name) && typeof value === 'function' && name !== 'ChipMark')
    .map(([name]) => name);
  expect(components.filter((name) => !drawn.includes(`"${name}"`))).toEqual([]);
});

test('icons are hidden from assistive technology', () => {
  const html = renderToString(everything.icons);
  expect(html.match(/<svg/g)?.length).toBe(html.match(/aria-hidden="true"/g)?.length);
});
