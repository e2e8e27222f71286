import { screen, within } from '@testing-library/react';
import { useState, type ComponentType } from 'react';
import { violationsIn } from '../../../testing/axe';
import { fieldOf } from '../../../testing/kinds';
import { renderPage } from '../../../testing/render';
import type { AutoApproveRow, BuyerLimit, Returnless, ReturnRoutingRow } from '../values';
import { AutoApproveEditor } from './AutoApproveEditor';
import { BuyerLimitEditor } from './BuyerLimitEditor';
import type { EditorProps } from './props';
import { ReturnlessEditor } from './ReturnlessEditor';
import { ReturnRoutingEditor } from './ReturnRoutingEditor';

function open<Value>(Editor: ComponentType<EditorProps<Value>>, key: string, start: Value) {
  const changes: Value[] = [];
  function Held() {
    const [value, setValue] = useState(start);
    const onChange = (next: Value) => {
      changes.push(next);
      setValue(next);
    };
    return (
      <>
        <h2 id="label">规则</h2>
        <Editor field={fieldOf(key)} labelId="label" helpId="help" invalid={false} {...{ value, onChange }} />
      </>
    );
  }
  return { ...renderPage(<Held />), latest: () => changes.at(-1) };
}

describe('what is approved by rule, while it is edited', () => {
  it('begins with nothing, which means that people answer', async () => {
    const { user, latest } = open<readonly AutoApproveRow[]>(AutoApproveEditor, 'autoApprove', []);
    expect(screen.getByText('没有行：都由人处理。')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '添加一行' }));
    await user.type(screen.getByRole('textbox', { name: '第 1 行 · 金额不超过（元）' }), '50');
    expect(latest()).toEqual([{ amountUpTo: 5_000, reasonClasses: null, riskUpTo: 'normal' }]);
    expect(await violationsIn(document.body)).toEqual([]);
  });

  it('names reasons and the riskiest buyer', async () => {
    const row: AutoApproveRow = { amountUpTo: 5_000, reasonClasses: null, riskUpTo: 'normal' };
    const { user, latest } = open<readonly AutoApproveRow[]>(AutoApproveEditor, 'autoApprove', [row]);
    await user.click(screen.getByRole('combobox', { name: '第 1 行 · 买家风险' }));
    await user.click(within(screen.getByRole('listbox')).getByRole('option', { name: '含频繁退货' }));
    expect(latest()).toEqual([{ ...row, riskUpTo: 'frequent' }]);
  });
});

describe('where goods go, while it is edited', () => {
  it('begins with the return address, and names the supplier from an amount on', async () => {
    const { user, latest } = open<readonly ReturnRoutingRow[]>(ReturnRoutingEditor, 'returnRouting', []);
    expect(screen.getByText('没有行：一律寄到退货地址。')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '添加一行' }));
    await user.type(screen.getByRole('textbox', { name: '第 1 行 · 金额从（元）' }), '50');
    expect(latest()).toEqual([{ amountFrom: 5_000, to: 'supplier' }]);
    await user.click(screen.getByRole('combobox', { name: '第 1 行 · 寄到' }));
    await user.click(within(screen.getByRole('listbox')).getByRole('option', { name: '退货地址' }));
    expect(latest()).toEqual([{ amountFrom: 5_000, to: 'own' }]);
    expect(await violationsIn(document.body)).toEqual([]);
  });
});

describe('when the item is kept, while it is edited', () => {
  it('is never until somebody chooses, then by amount or by cost with its own numbers', async () => {
    const { user, latest } = open<Returnless | null>(ReturnlessEditor, 'returnless', null);
    const choose = async (name: string) => {
      await user.click(screen.getByRole('combobox', { name: '无需退货' }));
      await user.click(within(screen.getByRole('listbox')).getByRole('option', { name }));
    };
    await choose('按金额');
    await user.type(screen.getByRole('textbox', { name: '商品不超过（元）' }), '20');
    expect(latest()).toEqual({ by: 'amount', amount: 2_000 });
    await choose('按成本');
    await user.type(screen.getByRole('textbox', { name: '处理成本（元）' }), '8');
    expect(latest()).toEqual({ by: 'cost', handlingCost: 800, resaleBps: 5_000 });
    await choose('一律寄回');
    expect(latest()).toBeNull();
  });
});

describe('how often a buyer is subsidised, while it is edited', () => {
  it('is without limit until somebody sets a count and the days it is for', async () => {
    const { user, latest } = open<BuyerLimit | null>(BuyerLimitEditor, 'perBuyer', null);
    const choose = async (name: string) => {
      await user.click(screen.getByRole('combobox', { name: '每位买家' }));
      await user.click(within(screen.getByRole('listbox')).getByRole('option', { name }));
    };
    await choose('限次数');
    await user.type(screen.getByRole('textbox', { name: '包裹数' }), '3');
    expect(latest()).toEqual({ count: 3, days: 30 });
    await user.clear(screen.getByRole('textbox', { name: '天数' }));
    await user.type(screen.getByRole('textbox', { name: '天数' }), '60');
    expect(latest()).toEqual({ count: 3, days: 60 });
    expect(await violationsIn(document.body)).toEqual([]);
    await choose('不限');
    expect(latest()).toBeNull();
  });
});
