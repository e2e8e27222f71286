import { fireEvent, screen } from '@testing-library/react';
import { memoryStore } from 'ra-core';
import { renderPage } from '../../testing/render';
import { useListKeys } from './useListKeys';

const rows = ['一', '二', '三'];
let did: string[] = [];
beforeEach(() => {
  did = [];
});

function List() {
  const keys = useListKeys<string, HTMLUListElement>({
    rows,
    keyOf: (row) => row,
    title: '列表',
    onOpen: (row) => did.push(`open ${row}`),
    onToggle: (row) => did.push(`select ${row}`),
    letters: [{ key: 'a', label: '同意', run: (row) => did.push(`approve ${row}`) }],
  });
  return (
    <>
      <ul {...keys.listProps}>
        {rows.map((row) => (
          <li key={row} {...keys.rowProps(row)}>
            {row} <input aria-label={`备注 ${row}`} />
          </li>
        ))}
      </ul>
      <button type="button">别处</button>
    </>
  );
}

const row = (name: string) => screen.getByText(name);

describe('keys of a list', () => {
  it('move the focus with arrows and with j and k, and stop at the ends', async () => {
    const { user } = renderPage(<List />);
    await user.tab();
    expect(row('一')).toHaveFocus();
    await user.keyboard('j{ArrowDown}j');
    expect(row('三')).toHaveFocus();
    await user.keyboard('k');
    expect(row('二')).toHaveFocus();
  });

  it('open, select and act on the row that has the focus', async () => {
    const { user } = renderPage(<List />);
    await user.tab();
    await user.keyboard('j{Enter}xa');
    expect(did).toEqual(['open 二', 'select 二', 'approve 二']);
  });

  it('keep one row in the tab order: the one that had the focus last', async () => {
    const { user } = renderPage(<List />);
    await user.tab();
    await user.keyboard('jj');
    expect(rows.map((name) => row(name).tabIndex)).toEqual([-1, -1, 0]);
  });

  it('leave letters to a field that is typed into', async () => {
    const { user } = renderPage(<List />);
    await user.click(screen.getByLabelText('备注 一'));
    await user.keyboard('ajx{Enter}');
    expect(did).toEqual([]);
    expect(screen.getByLabelText('备注 一')).toHaveValue('ajx');
  });

  it('leave letters to an input method that composes', () => {
    renderPage(<List />);
    fireEvent.keyDown(row('一'), { key: 'a', isComposing: true });
    fireEvent.keyDown(row('一'), { key: 'a', keyCode: 229 });
    expect(did).toEqual([]);
    fireEvent.keyDown(row('一'), { key: 'a' });
    expect(did).toEqual(['approve 一']);
  });

  it('leave letters with Ctrl to the browser', () => {
    renderPage(<List />);
    fireEvent.keyDown(row('一'), { key: 'a', ctrlKey: true });
    expect(did).toEqual([]);
  });

  it('do nothing while the focus is elsewhere', async () => {
    const { user } = renderPage(<List />);
    await user.click(screen.getByText('别处'));
    await user.keyboard('ax');
    expect(did).toEqual([]);
  });

  it('stop at letters when these are switched off, while arrows and Enter go on', async () => {
    const store = memoryStore();
    store.setItem('keys.letters', false);
    const { user } = renderPage(<List />, { store });
    await user.tab();
    await user.keyboard('jax');
    expect(did).toEqual([]);
    await user.keyboard('{ArrowDown}{Enter}');
    expect(did).toEqual(['open 二']);
  });
});
