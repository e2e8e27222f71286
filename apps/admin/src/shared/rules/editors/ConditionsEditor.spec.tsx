import { screen } from '@testing-library/react';
import { useState } from 'react';
import { violationsIn } from '../../../testing/axe';
import { fieldOf } from '../../../testing/kinds';
import { renderPage } from '../../../testing/render';
import type { ConditionsRow } from '../values';
import { ConditionsEditor } from './ConditionsEditor';

function open(start: readonly ConditionsRow[]) {
  const changes: (readonly ConditionsRow[])[] = [];
  function Held() {
    const [value, setValue] = useState(start);
    const onChange = (next: readonly ConditionsRow[]) => {
      changes.push(next);
      setValue(next);
    };
    return (
      <>
        <h2 id="label">验收清单</h2>
        <ConditionsEditor field={fieldOf('conditions')} labelId="label" helpId="help" invalid={false} {...{ value, onChange }} />
      </>
    );
  }
  return { ...renderPage(<Held />), latest: () => changes.at(-1) };
}

describe('the checklist of returned goods while it is edited', () => {
  it('offers the items that the product knows, and takes others as they are written', async () => {
    const { user, latest } = open([{ category: '鞋靴', items: ['intact'] }]);
    expect(screen.getByRole('button', { name: '商品完好' })).toBeInTheDocument();
    const items = screen.getByRole('combobox', { name: '第 1 行 · 验收项' });
    await user.click(items);
    await user.click(screen.getByRole('option', { name: '吊牌未拆' }));
    expect(latest()).toEqual([{ category: '鞋靴', items: ['intact', 'tagsOn'] }]);
    await user.type(items, '鞋底无磨损{Enter}');
    expect(latest()?.[0]?.items).toEqual(['intact', 'tagsOn', '鞋底无磨损']);
    expect(await violationsIn(document.body)).toEqual([]);
  });

  it('knows an item of the product by its name in either language, and takes it once', async () => {
    const { user, latest } = open([{ category: null, items: ['intact'] }]);
    const items = screen.getByRole('combobox', { name: '第 1 行 · 验收项' });
    await user.type(items, 'Unused{Enter}');
    await user.type(items, '商品完好{Enter}');
    expect(latest()).toEqual([{ category: null, items: ['intact', 'unused'] }]);
  });
});
