import { act, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { ApiError } from '../../providers/apiError';
import type { CursorRows } from '../../providers/hooks';
import { violationsIn } from '../../testing/axe';
import { renderPage } from '../../testing/render';
import { pretendPhone } from '../../testing/screen';
import { EmptyState } from '../states';
import { CursorTable, useSelection } from '.';

interface Row {
  readonly id: string;
  readonly code: string;
  readonly amount: string;
}

const rows: readonly Row[] = [
  { id: '1', code: 'AS8841', amount: '189.00' },
  { id: '2', code: 'AS8840', amount: '59.00' },
];

const list = (change: Partial<CursorRows<Row>> = {}): CursorRows<Row> => ({
  rows,
  total: 40,
  hasMore: true,
  loadMore: () => undefined,
  hasMoreThanTotal: false,
  isLoadingMore: false,
  isOld: false,
  isPending: false,
  isRefetching: false,
  error: null,
  retry: () => undefined,
  ...change,
});

let opened: string[] = [];

function Table({ change = {} }: { change?: Partial<CursorRows<Row>> }) {
  const selection = useSelection();
  const [sort, setSort] = useState('amount');
  return (
    <>
      <CursorTable
        label="售后单"
        columns={[
          { key: 'code', head: '编号', cell: (row) => row.code, card: 'title', sort: 'code' },
          { key: 'amount', head: '金额（元）', cell: (row) => row.amount, align: 'right', sort: 'amount' },
        ]}
        list={list(change)}
        rowKey={(row) => row.id}
        rowName={(row) => row.code}
        empty={<EmptyState kind="allDone" text="全部处理完毕" next="下一单 16:20 到期" />}
        failed="售后单没有载入"
        onOpen={(row) => opened.push(row.code)}
        selection={selection}
        sorting={{ by: sort, descending: true, onSort: setSort }}
      />
      <output>{[...selection.keys].join()}</output>
    </>
  );
}

const offline = new ApiError('', { code: 'NETWORK' });

describe('a table by keyset pages', () => {
  beforeEach(() => {
    opened = [];
  });

  it('shows its rows, how many of how many, and a way to more', async () => {
    let more = 0;
    const { user } = renderPage(<Table change={{ loadMore: () => more++ }} />);
    expect(screen.getAllByRole('row')).toHaveLength(3);
    expect(screen.getByText('已显示 2，共 40')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '显示更多' }));
    expect(more).toBe(1);
  });

  it('says how many it shows where nobody counted the rest', () => {
    renderPage(<Table change={{ total: null, hasMore: false }} />);
    expect(screen.getByText('已显示 2')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '显示更多' })).not.toBeInTheDocument();
  });

  it('opens a row by click and by Enter, but not by its checkbox', async () => {
    const { user } = renderPage(<Table />);
    await user.click(screen.getByText('AS8841'));
    await user.keyboard('j{Enter}');
    expect(opened).toEqual(['AS8841', 'AS8840']);
    await user.click(screen.getByRole('checkbox', { name: '选择 AS8840' }));
    expect(opened).toHaveLength(2);
    expect(screen.getByRole('status')).toHaveTextContent('2');
  });

  it('selects by x, and all that is shown by the box in the head', async () => {
    const { user } = renderPage(<Table />);
    act(() => screen.getAllByRole('row')[1]!.focus());
    await user.keyboard('x');
    expect(screen.getByRole('status')).toHaveTextContent(/^1$/);
    await user.click(screen.getByRole('checkbox', { name: '选择已显示的全部' }));
    expect(screen.getByRole('status')).toHaveTextContent('1,2');
    await user.click(screen.getByRole('checkbox', { name: '选择已显示的全部' }));
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });

  it('tells by which column it is sorted', async () => {
    const { user } = renderPage(<Table />);
    expect(screen.getByRole('columnheader', { name: '金额（元）' })).toHaveAttribute('aria-sort', 'descending');
    await user.click(screen.getByRole('button', { name: '编号' }));
    expect(screen.getByRole('columnheader', { name: '编号' })).toHaveAttribute('aria-sort', 'descending');
  });

  it('is empty with the reason the page gives', () => {
    renderPage(<Table change={{ rows: [], total: 0 }} />);
    expect(screen.getByText('全部处理完毕')).toBeInTheDocument();
    expect(screen.getByText('下一单 16:20 到期')).toBeInTheDocument();
  });

  it('keeps its old rows when newer ones do not come', async () => {
    let retried = 0;
    const { user } = renderPage(<Table change={{ error: offline, retry: () => retried++ }} />);
    expect(screen.getByRole('alert')).toHaveTextContent('已显示的内容仍在下方');
    expect(screen.getByText('AS8841')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '重试' }));
    expect(retried).toBe(1);
  });

  it('shows the failure alone where there never were rows', () => {
    renderPage(<Table change={{ rows: [], error: offline }} />);
    expect(screen.getByRole('alert')).toHaveTextContent('连不上服务器');
    expect(screen.queryByText('全部处理完毕')).not.toBeInTheDocument();
  });

  it('turns into cards on a phone, each value with its name', () => {
    const restore = pretendPhone();
    renderPage(<Table />);
    const [card] = screen.getAllByRole('listitem');
    expect(within(card!).getByText('AS8841')).toBeInTheDocument();
    expect(within(card!).getByText('金额（元）')).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    restore();
  });

  it('has no serious accessibility violation', async () => {
    const { container } = renderPage(<Table />);
    expect(await violationsIn(container)).toEqual([]);
  });
});
