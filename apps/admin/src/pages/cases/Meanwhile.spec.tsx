import { screen } from '@testing-library/react';
import { refused } from '../../testing/api';
import { caseAction, caseRow } from '../../testing/cases';
import { renderPage } from '../../testing/render';
import { CaseActionDialog } from './CaseActionDialog';

const asked = {
  ...{ at: '2026-03-12T06:05:00Z', actorKind: 'staff', actorName: '王芳', verb: 'askInfo' },
  ...{ from: 'APPLIED', to: 'NEED_INFO', reason: '请补充吊牌照片' },
};
const stale = (allowedActions: readonly string[]) =>
  refused('STALE_VERSION', { details: { seen: 3, now: 5, meanwhile: [asked], allowedActions } });

const open = (allowedActions: readonly string[]) => {
  let first = true;
  return renderPage(
    <CaseActionDialog
      item={caseRow({ version: 3 })}
      action={caseAction('reject', { needs: ['reason'] })}
      onClose={() => undefined}
    />,
    {
      answers: {
        Reject: () => {
          const answer = first ? stale(allowedActions) : { reject: { id: 'c1' } };
          first = false;
          return answer;
        },
      },
    },
  );
};

const reason = () => screen.getByRole('textbox', { name: /拒绝原因/ });
const confirm = () => screen.getByRole('button', { name: '拒绝申请' });

describe('a step on a case that has moved on meanwhile', () => {
  it('tells what happened, keeps the text, and goes out again on the version there is now', async () => {
    const { user, api } = open(['reject', 'approve']);
    await user.type(reason(), '吊牌已拆');
    await user.click(confirm());
    expect(await screen.findByText('打开之后，这张售后单已有变化：')).toBeInTheDocument();
    expect(screen.getByText(/王芳.*要求补充资料/)).toHaveTextContent('「请补充吊牌照片」');
    expect(screen.getByText('仍可进行这一步，再次提交即按最新状态处理。')).toBeInTheDocument();
    expect(reason()).toHaveValue('吊牌已拆');
    await user.click(confirm());
    expect(api.sent('Reject').map(({ variables }) => variables)).toEqual([
      { id: 'c1', version: 3, reason: '吊牌已拆' },
      { id: 'c1', version: 5, reason: '吊牌已拆' },
    ]);
  });

  it('keeps the text to be copied where the step can be taken no more', async () => {
    const { user, api } = open(['approve']);
    await user.type(reason(), '吊牌已拆');
    await user.click(confirm());
    expect(await screen.findByText(/现在不能再进行这一步/)).toBeInTheDocument();
    expect(reason()).toHaveValue('吊牌已拆');
    expect(confirm()).toBeDisabled();
    expect(api.sent('Reject')).toHaveLength(1);
  });
});
