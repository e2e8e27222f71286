import { screen, waitFor } from '@testing-library/react';
import { renderPage } from '../../testing/render';
import { ChangeDialog } from './ChangeDialog';

const change = {
  title: '华东 · 售后规则',
  operation: { verb: 'setOwn', kind: 'afterSalesRules', nodeId: 'east', changes: { noReasonDays: null } },
} as const;

const open = ({ approval = [], keep }: { approval?: { code: string; value: number; limit: number }[]; keep?: null }) => {
  const done: string[] = [];
  const page = renderPage(
    <ChangeDialog
      {...{ change, title: '保存', effect: '', impact: { approval }, ...(keep === null && { keep }) }}
      onConfirm={() => Promise.resolve(done.push('confirmed'))}
      onSubmitted={() => done.push('submitted')}
      onClose={() => undefined}
    />,
    {
      answers: {
        CreateChangeSet: { createChangeSet: { id: 'c1', number: 7, version: 1 } },
        SubmitChangeSet: { submitChangeSet: { id: 'c1', number: 7, status: 'inReview', version: 2 } },
      },
    },
  );
  return { ...page, done };
};

describe('an action that may have to be approved', () => {
  it('is done where nobody has to agree', async () => {
    const { user, api, done } = open({});
    await user.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() => expect(done).toEqual(['confirmed']));
    expect(api.sent('CreateChangeSet')).toEqual([]);
  });

  it('is handed in by the same button where somebody has to, and its caller is told', async () => {
    const { user, address, done } = open({ approval: [{ code: 'branches', value: 50, limit: 40 }] });
    await user.click(screen.getByRole('button', { name: '提交审批：保存' }));
    await waitFor(() => expect(done).toEqual(['submitted']));
    expect(address()).toBe('/changes/c1');
  });

  it('offers no draft where none is to be kept', () => {
    open({ keep: null });
    expect(screen.queryByRole('button', { name: '放入变更单' })).not.toBeInTheDocument();
  });
});
