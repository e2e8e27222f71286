import { screen, waitFor } from '@testing-library/react';
import { renderPage } from '../../testing/render';
import { hq } from '../../testing/viewer';
import type { RolloutStory } from './documents';
import { MoveDialog, type Move } from './MoveDialog';

const rollout: RolloutStory = {
  ...{
    id: 'r1',
    kind: 'returnShippingSubsidy',
    policyId: 'p1',
    policyName: '西南版',
    versionId: 'v2',
    versionNumber: 2,
    node: hq,
  },
  ...{ status: 'running', reason: '先试', endReason: null, authorName: '张敏', startedAt: '2026-11-01T00:00:00Z', endedAt: null },
  ...{ branches: 100, inPilot: 5, currentStep: 1, version: 1, steps: [], allowedActions: ['rollout.advance', 'rollout.finish'] },
};
const due = [{ code: 'branches', value: 95, limit: 40 }];
const effect = {
  ...{ node: hq, dryRun: true, branches: 100, changed: 95, unchanged: 5, reasons: [], fields: [], problems: [], warnings: [] },
  ...{ covers: [], clashes: [], approval: due },
};

const open = (move: Move) =>
  renderPage(<MoveDialog move={move} rollout={rollout} onDone={() => undefined} onClose={() => undefined} />, {
    answers: {
      PreviewRollout: { previewRollout: { rolloutId: 'r1', inPilot: 95, effect } },
      PolicyKinds: { policyKinds: [] },
      CreateChangeSet: { createChangeSet: { id: 'c1', number: 7, version: 1 } },
      SubmitChangeSet: { submitChangeSet: { id: 'c1', number: 7, status: 'inReview', version: 2 } },
    },
  });

describe('a step of a rollout that needs an approval', () => {
  it('is submitted as a change set where it ends for everyone', async () => {
    const { user, api, address } = open('finish');
    expect(await screen.findByText(/批准后总部全部改用 西南版 v2/u)).toBeInTheDocument();
    await user.type(screen.getByRole('textbox'), '效果好');
    await user.click(screen.getByRole('button', { name: '提交审批：在总部全部上线' }));
    await waitFor(() => expect(address()).toBe('/changes/c1'));
    const operation = { verb: 'assign', kind: 'returnShippingSubsidy', nodeId: 'hq', versionId: 'v2', to: null };
    expect(api.sent('CreateChangeSet')[0]?.variables).toMatchObject({ input: { notes: '效果好', operations: [operation] } });
  });

  it('is not taken where no change set can hold it, and the way out is said', async () => {
    open('advance');
    expect(await screen.findByText(/试点不能提交审批：减少先上线的分店，或把 西南版 v2 直接下发到总部/u)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '在总部推进到 95 家' })).toBeDisabled();
  });
});
