import { screen, waitFor, within } from '@testing-library/react';
import { useState, type ComponentType } from 'react';
import { violationsIn } from '../../../testing/axe';
import { fieldOf } from '../../../testing/kinds';
import { renderPage } from '../../../testing/render';
import { pretendPhone } from '../../../testing/screen';
import type { Bearers, FreightPayerRow, ScopeRow } from '../values';
import { BearersEditor } from './BearersEditor';
import { FreightPayerEditor } from './FreightPayerEditor';
import type { EditorProps } from './props';
import { ScopeEditor } from './ScopeEditor';

function open<Value>(Editor: ComponentType<EditorProps<Value>>, start: Value) {
  const changes: Value[] = [];
  function Held() {
    const [value, setValue] = useState(start);
    const onChange = (next: Value) => {
      changes.push(next);
      setValue(next);
    };
    return (
      <>
        <h2 id="label">适用范围</h2>
        <Editor field={fieldOf('freightPayer')} labelId="label" helpId="help" invalid={false} {...{ value, onChange }} />
      </>
    );
  }
  return { ...renderPage(<Held />), latest: () => changes.at(-1) };
}

const row = (category: string, change: Partial<ScopeRow> = {}): ScopeRow => ({
  ...{ categories: [category], priceFrom: null, priceTo: null, channels: null, covered: true },
  ...change,
});

const three = [row('服装'), row('鞋靴'), row('箱包')];

const order = (rows: readonly ScopeRow[] | undefined) => rows?.map(({ categories }) => categories?.join());

async function choose({ user }: Pick<ReturnType<typeof open>, 'user'>, n: number, what: string): Promise<void> {
  await user.click(screen.getByRole('button', { name: `第 ${String(n)} 行：添加、移动或移除` }));
  await user.click(within(screen.getByRole('menu')).getByRole('menuitem', { name: what }));
  await waitFor(() => expect(screen.queryByRole('menu')).not.toBeInTheDocument());
}

describe('a table of a rule while it is edited', () => {
  it('has one head for all rows, and each input says which row and column it is of', async () => {
    open<readonly ScopeRow[]>(ScopeEditor, three);
    const table = screen.getByRole('table', { name: '适用范围' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((head) => head.textContent),
    ).toEqual([...['行', '类目（逗号分隔）', '价格从（元）', '到（元，不含）', '渠道', '活动编码', '结果', '操作']]);
    expect(within(table).getAllByRole('row')).toHaveLength(4);
    expect(screen.getByRole('textbox', { name: '第 2 行 · 类目（逗号分隔）' })).toHaveValue('鞋靴');
    expect(screen.getByRole('combobox', { name: '第 3 行 · 渠道' })).toHaveTextContent('所有渠道');
    expect(await violationsIn(document.body)).toEqual([]);
  });

  it('changes one cell and leaves the others', async () => {
    const { user, latest } = open<readonly ScopeRow[]>(ScopeEditor, three);
    await user.type(screen.getByRole('textbox', { name: '第 2 行 · 价格从（元）' }), '19.35');
    expect(latest()).toEqual([three[0], { ...three[1], priceFrom: 1935 }, three[2]]);
  });

  it('names a campaign, and none where its code is taken out again', async () => {
    const { user, latest } = open<readonly ScopeRow[]>(ScopeEditor, three);
    const input = screen.getByRole('textbox', { name: '第 2 行 · 活动编码' });
    await user.type(input, 'D11');
    expect(latest()?.[1]).toEqual({ ...three[1], campaign: 'D11' });
    await user.clear(input);
    expect(latest()).toEqual(three);
  });

  it('moves a row up and down, and the focus goes with it', async () => {
    const it = open<readonly ScopeRow[]>(ScopeEditor, three);
    await choose(it, 2, '上移');
    expect(order(it.latest())).toEqual(['鞋靴', '服装', '箱包']);
    await waitFor(() => expect(screen.getByRole('button', { name: '第 1 行：添加、移动或移除' })).toHaveFocus());
    await choose(it, 1, '下移');
    expect(order(it.latest())).toEqual(['服装', '鞋靴', '箱包']);
    await waitFor(() => expect(screen.getByRole('button', { name: '第 2 行：添加、移动或移除' })).toHaveFocus());
  });

  it('offers neither to raise the first row nor to lower the last', async () => {
    const { user } = open<readonly ScopeRow[]>(ScopeEditor, three);
    const offered = async (n: number) => {
      await user.click(screen.getByRole('button', { name: `第 ${String(n)} 行：添加、移动或移除` }));
      const names = screen.getAllByRole('menuitem').map((item) => item.textContent);
      await user.keyboard('{Escape}');
      await waitFor(() => expect(screen.queryByRole('menu')).not.toBeInTheDocument());
      return names;
    };
    expect(await offered(1)).toEqual(['在下方添加一行', '下移', '移除这一行']);
    expect(await offered(3)).toEqual(['在下方添加一行', '上移', '移除这一行']);
  });

  it('adds a row below another by the keys alone, and removes the last one', async () => {
    const it = open<readonly ScopeRow[]>(ScopeEditor, [row('服装')]);
    await it.user.click(screen.getByRole('combobox', { name: '第 1 行 · 结果' }));
    await it.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByRole('combobox', { name: '第 1 行 · 结果' })).toHaveFocus());
    await it.user.tab();
    expect(screen.getByRole('button', { name: '第 1 行：添加、移动或移除' })).toHaveFocus();
    await it.user.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByRole('menuitem', { name: '在下方添加一行' })).toHaveFocus());
    await it.user.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByRole('button', { name: '第 2 行：添加、移动或移除' })).toHaveFocus());
    expect(it.latest()).toHaveLength(2);
    await choose(it, 2, '移除这一行');
    await choose(it, 1, '移除这一行');
    expect(it.latest()).toEqual([]);
    await waitFor(() => expect(screen.getByRole('button', { name: '添加一行' })).toHaveFocus());
    expect(screen.getByText('没有行：全部适用。')).toBeInTheDocument();
  });

  it('is the same one for who pays the freight, where a share is asked of shared freight alone', async () => {
    const start: FreightPayerRow = {
      ...{ reasonClass: null, category: null, amountFrom: null, amountTo: null, payer: 'merchant', merchantBps: null },
    };
    const { user, latest } = open<readonly FreightPayerRow[]>(FreightPayerEditor, [start]);
    expect(screen.queryByRole('textbox', { name: '第 1 行 · 商家承担' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('combobox', { name: '第 1 行 · 由谁付' }));
    await user.click(screen.getByRole('option', { name: '双方分担' }));
    expect(screen.getByRole('textbox', { name: '第 1 行 · 商家承担' })).toHaveValue('50');
    expect(latest()).toEqual([{ ...start, payer: 'shared', merchantBps: 5000 }]);
  });

  it('is the same one for who bears the subsidy, with the sum of each split', async () => {
    const shares = { HQ: 10_000, branch: 0 };
    const start: Bearers = { rows: [{ reasonClass: 'quality', fault: null, shares }], otherwise: shares, fallback: 'HQ' };
    const { user, latest } = open(BearersEditor, start);
    const input = screen.getByRole('textbox', { name: '第 1 行 · 总部承担' });
    await user.clear(input);
    await user.type(input, '60');
    expect(within(screen.getByRole('table')).getByText('合计 60%，须为 100%')).toBeInTheDocument();
    const shareOf = (name: string) => screen.getByRole('textbox', { name: `第 1 行 · ${name}承担` });
    for (const [name, share] of [
      ['供货商', '25'],
      ['合伙人', '15'],
    ] as const) {
      await user.clear(shareOf(name));
      await user.type(shareOf(name), share);
    }
    expect(within(screen.getByRole('table')).getByText('合计 100%')).toBeInTheDocument();
    expect(latest()?.rows[0]?.shares).toEqual({ HQ: 6_000, branch: 0, supplier: 2_500, partner: 1_500 });
    await user.clear(shareOf('合伙人'));
    await user.type(shareOf('合伙人'), '0');
    expect(latest()?.rows[0]?.shares).toEqual({ HQ: 6_000, branch: 0, supplier: 2_500 });
  });
});

describe('a table of a rule on a phone', () => {
  let restore: () => void;
  beforeEach(() => {
    restore = pretendPhone();
  });
  afterEach(() => restore());

  it('is a card for each row, a label above each input', async () => {
    const { user, latest } = open<readonly ScopeRow[]>(ScopeEditor, three);
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    const card = screen.getByRole('listitem', { name: '第 2 行' });
    await user.type(within(card).getByLabelText('价格从（元）'), '5');
    expect(latest()?.[1]).toEqual({ ...three[1], priceFrom: 500 });
  });
});
