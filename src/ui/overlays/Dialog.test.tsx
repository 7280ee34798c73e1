// @vitest-environment happy-dom
import { act, useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { click, press, type Rendered, render } from '../render.fixture';
import { Dialog } from './Dialog';

let page: Rendered | undefined;
afterEach(() => page?.unmount());

function Host({ modal, onClose }: { modal?: boolean; onClose?: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" id="open" onClick={() => setOpen(true)}>
        Open
      </button>
      <button type="button" id="elsewhere">
        Elsewhere
      </button>
      <Dialog
        open={open}
        modal={modal}
        title="A title"
        onClose={() => {
          onClose?.();
          setOpen(false);
        }}
      >
        <button type="button" id="inside">
          Inside
        </button>
      </Dialog>
    </>
  );
}

function open(props: { modal?: boolean; onClose?: () => void } = {}) {
  page = render(<Host {...props} />);
  page.one('#open').focus();
  click(page.one('#open'));
  page.one('#inside').focus();
  return page;
}

describe('Dialog', () => {
  test('is empty until it opens, and is named by its title', () => {
    page = render(<Host />);
    expect(page.one('dialog').textContent).toBe('');
    click(page.one('#open'));
    const dialog = page.one<HTMLDialogElement>('dialog');
    expect(dialog.open).toBe(true);
    const name = document.getElementById(dialog.getAttribute('aria-labelledby') ?? '');
    expect(name?.textContent).toBe('A title');
  });

  test('gives the focus back to where it was', () => {
    const at = open();
    click(at.one('[aria-label=Close]'));
    expect(at.one<HTMLDialogElement>('dialog').open).toBe(false);
    expect(document.activeElement?.id).toBe('open');
  });

  test('does not pull back a focus that has moved on', () => {
    const at = open({ modal: false });
    at.one('#elsewhere').focus();
    click(at.one('[aria-label=Close]'));
    expect(document.activeElement?.id).toBe('elsewhere');
  });

  test('the cancel event, which Escape sends, asks once and is not obeyed behind our back', () => {
    const closed = vi.fn<() => void>();
    const at = open({ onClose: closed });
    const cancel = new Event('cancel', { cancelable: true });
    act(() => void at.one('dialog').dispatchEvent(cancel));
    expect(cancel.defaultPrevented).toBe(true);
    expect(closed).toHaveBeenCalledTimes(1);
  });

  test('a press on the backdrop closes, one on the content does not', () => {
    const at = open();
    const dialog = at.one<HTMLDialogElement>('dialog');
    dialog.getBoundingClientRect = () => new DOMRect(100, 100, 200, 200);
    const down = (x: number, target: Element) =>
      act(
        () =>
          void target.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, clientX: x, clientY: 150 })),
      );
    down(150, dialog);
    down(10, at.one('#inside'));
    expect(dialog.open).toBe(true);
    down(10, dialog);
    expect(dialog.open).toBe(false);
  });

  test('Escape closes a sheet that leaves the page in use', () => {
    const at = open({ modal: false });
    press('Escape');
    expect(at.one<HTMLDialogElement>('dialog').open).toBe(false);
  });
});
