import { screen, waitFor, within } from '@testing-library/react';
import { useLocation } from 'react-router';
import { refused } from '../../../testing/api';
import { renderPage } from '../../../testing/render';
import { BulkDialog } from './BulkDialog';

/** Where the console has gone. */
function Where() {
  return <output data-testid="where">{useLocation().pathname}</output>;
}

interface Seen {
  readonly id: string;
  readonly version: number;
}

const row = (n: number) => ({ id: `c${String(n)}`, code: `88${String(n)}`, version: n, amount: 1_000 });
const rows = (n: number) => Array.from({ length: n }, (_, index) => row(index + 1));
const preview = (n: number, more: object = {}) => ({
  previewBulk: { willDo: rows(n), amount: n * 1_000, willNot: [], absent: 0, ...more },
});

/** What becomes of each row, unless it is done. */
type Outcomes = Readonly<Record<string, { readonly outcome: string; readonly error?: object }>>;

const open = (asked: object, answer: (sent: readonly Seen[], time: number) => object) => {
  let time = 0;
  return renderPage(<BulkDialog verb="approve" choice={{ filter: { view: 'toDo' } }} onClose={() => undefined} />, {
    answers: {
      PreviewBulk: asked,
      RunBulk: ({ rows: sent }: { rows: readonly Seen[] }) => {
        time += 1;
        return answer(sent, time);
      },
    },
  });
};

const answered = (sent: readonly Seen[], outcomes: Outcomes = {}) => ({
  runBulk: sent.map(({ id }) => ({ id, error: null, outcome: 'done', ...outcomes[id] })),
});

const run = (name: RegExp) => screen.findByRole('button', { name });
const sentIn = ({ api }: ReturnType<typeof open>) =>
  api.sent('RunBulk').map(({ variables }) => (variables['rows'] as readonly Seen[]).map(({ id }) => id));

describe('one step on many cases', () => {
  it('says beforehand to which it will be done, for how much, and to which not and why', async () => {
    const willNot = [{ reason: 'state', state: 'REJECTED', rows: [{ id: 'x', code: '7001' }] }];
    open(preview(3, { willNot, absent: 2 }), (sent) => answered(sent));
    expect(await screen.findByText('将处理 3 单，合计 ¥30.00')).toBeInTheDocument();
    const not = screen.getByRole('group', { name: '不处理 1 单' });
    expect(not).toHaveTextContent('现在是「商家拒绝」，没有这一步');
    expect(not).toHaveTextContent('7001');
    expect(screen.getByText('2 单已不在你的范围内')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '同意 3 单，合计 ¥30.00' })).toBeInTheDocument();
  });

  it('offers nothing to run where nothing will be done', async () => {
    open(preview(0), (sent) => answered(sent));
    await screen.findByText('将处理 0 单，合计 ¥0.00');
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['取消']);
  });

  it('goes out in requests of fifty, with the versions that the dry run saw', async () => {
    const page = open(preview(120), (sent) => answered(sent));
    await page.user.click(await run(/^同意 120 单/));
    expect(await screen.findByText('已完成 120 单，跳过 0 单，失败 0 单')).toBeInTheDocument();
    expect(sentIn(page).map(({ length }) => length)).toEqual([50, 50, 20]);
    expect(page.api.sent('RunBulk')[2]?.variables['rows']).toContainEqual({ id: 'c120', version: 120 });
    expect(screen.queryByRole('button', { name: '只重试失败项' })).not.toBeInTheDocument();
  });

  it('names what was not done, and tries again what failed, not what somebody else has changed', async () => {
    const first = { c2: { outcome: 'failed', error: { code: 'RETURN_ADDRESS_REQUIRED' } }, c3: { outcome: 'changed' } };
    const page = open(preview(3), (sent, time) => answered(sent, time === 1 ? first : {}));
    await page.user.click(await run(/^同意 3 单/));
    const list = within(await screen.findByRole('list', { name: '没有完成的售后单' }));
    expect(list.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^882 · 失败/),
      expect.stringMatching(/^883 · 已跳过/),
    ]);
    await page.user.click(screen.getByRole('button', { name: '只重试失败项' }));
    expect(await screen.findByText('已完成 2 单，跳过 1 单，失败 0 单')).toBeInTheDocument();
    expect(sentIn(page)).toEqual([['c1', 'c2', 'c3'], ['c2']]);
  });

  it('counts a request that was not heard of as failed, and goes on with the next', async () => {
    const page = open(preview(60), (sent, time) => (time === 1 ? refused('INTERNAL') : answered(sent)));
    await page.user.click(await run(/^同意 60 单/));
    expect(await screen.findByText('已完成 10 单，跳过 0 单，失败 50 单')).toBeInTheDocument();
    await page.user.click(screen.getByRole('button', { name: '只重试失败项' }));
    expect(await screen.findByText('已完成 60 单，跳过 0 单，失败 0 单')).toBeInTheDocument();
    expect(sentIn(page).map(({ length }) => length)).toEqual([50, 10, 50]);
  });

  describe('above five hundred', () => {
    const begin = (answer: (time: number) => object) => {
      let time = 0;
      return renderPage(
        <>
          <BulkDialog verb="reject" choice={{ filter: { view: 'toDo' } }} onClose={() => undefined} />
          <Where />
        </>,
        {
          answers: {
            PreviewBulk: preview(501),
            StartCaseJob: () => {
              time += 1;
              return answer(time);
            },
          },
        },
      );
    };
    const jobsIn = ({ api }: ReturnType<typeof begin>) =>
      api.sent('StartCaseJob').map(({ variables }) => variables['input'] as Record<string, unknown>);
    const go = async ({ user }: ReturnType<typeof begin>) => {
      await user.type(await screen.findByRole('textbox', { name: /拒绝原因/ }), '活动商品');
      await user.click(await run(/^拒绝 501 单/));
    };

    it('goes on as a job of just what the dry run saw, whose page it leads to', async () => {
      const page = begin(() => ({ startCaseJob: { id: 'j1' } }));
      expect(await screen.findByText(/超过 500 单/)).toBeInTheDocument();
      await go(page);
      await waitFor(() => expect(screen.getByTestId('where')).toHaveTextContent('/jobs/j1'));
      const [input] = jobsIn(page);
      expect(input).toMatchObject({ verb: 'reject', text: '活动商品', key: expect.any(String) });
      expect(input?.['rows']).toHaveLength(501);
      expect(input?.['rows']).toContainEqual({ id: 'c501', version: 501 });
      expect(page.api.sent('RunBulk')).toEqual([]);
    });

    it('keeps the words where it did not begin, and begins the same one when asked again', async () => {
      const page = begin((time) => (time === 1 ? refused('INTERNAL') : { startCaseJob: { id: 'j1' } }));
      await go(page);
      await waitFor(() => expect(jobsIn(page)).toHaveLength(1));
      expect(screen.getByTestId('where')).not.toHaveTextContent('jobs');
      expect(screen.getByRole('textbox', { name: /拒绝原因/ })).toHaveValue('活动商品');
      await page.user.click(await run(/^拒绝 501 单/));
      await waitFor(() => expect(screen.getByTestId('where')).toHaveTextContent('/jobs/j1'));
      const [first, second] = jobsIn(page);
      expect(second).toEqual(first);
    });
  });
});
