import { screen, within } from '@testing-library/react';
import { renderPage } from '../../testing/render';
import { viewer } from '../../testing/viewer';
import { useExtendAll } from './useExtendAll';

const run = { id: 'x1', finishedAt: '2026-03-12T06:05:00Z', extended: 31, days: 5, node: { id: 'hq', name: '总部' } };
const leftOut = [{ why: 'legalCeiling', cases: 12 }];

function Page() {
  const { button, below } = useExtendAll();
  return (
    <>
      {button}
      {below}
    </>
  );
}

const open = (permissions: string[], more: object = {}) =>
  renderPage(<Page />, {
    viewer: { ...viewer(), permissions },
    answers: {
      PreviewExtension: { previewExtension: { extendable: 31, hasMore: false, leftOut } },
      ExtendCases: { extendCases: { id: 'x1' } },
      CaseExtension: { caseExtension: { ...run, leftOut } },
      ...more,
    },
  });

it('shows what would move and what is left out, names both on the button, and says what came of it', async () => {
  const { user, api } = open(['case.read', 'case.extend']);
  await user.click(await screen.findByRole('button', { name: '批量延期' }));
  const dialog = screen.getByRole('dialog');
  expect(await within(dialog).findByText(/31 个售后单延期.*法定时限 12 单/)).toBeInTheDocument();
  await user.clear(within(dialog).getByRole('textbox', { name: /延长天数/ }));
  await user.type(within(dialog).getByRole('textbox', { name: /延长天数/ }), '5');
  await user.type(within(dialog).getByRole('textbox', { name: /原因/ }), '台风停运');
  await user.click(await within(dialog).findByRole('button', { name: '31 单延期 5 天' }));
  expect(api.sent('ExtendCases').map(({ variables }) => variables)).toMatchObject([
    { input: { days: 5, reasonClass: null }, reason: '台风停运', key: expect.any(String) },
  ]);
  expect(await screen.findByText(/已完成：31 单延期 5 天/)).toBeInTheDocument();
});

it('is not there for who may not extend', async () => {
  open(['case.read']);
  await Promise.resolve();
  expect(screen.queryByRole('button', { name: '批量延期' })).not.toBeInTheDocument();
});
