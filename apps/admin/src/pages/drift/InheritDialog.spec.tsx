import { screen, waitFor } from '@testing-library/react';
import type { RuleField } from '../../shared/rules';
import { kinds } from '../../testing/kinds';
import { renderPage } from '../../testing/render';
import { hq } from '../../testing/viewer';
import type { Drift } from './documents';
import { InheritDialog } from './InheritDialog';

const east = { id: 'east', name: '华东', type: 'region' } as const;
const drift = {
  ...{ id: 'd1', node: east, kind: 'afterSalesRules', field: 'noReasonDays', own: 10, inherited: 7, class: 'customised' },
  ...{ since: '2026-11-01T00:00:00Z', authorName: '李娜', costThisMonth: 0, ownVersion: 3, allowedActions: ['rules.setOwn'] },
  inheritedSource: {
    ...{ node: hq, track: 'library', policyName: '标准版', versionNumber: 3, authorName: '张敏', since: '2026-03-01T00:00:00Z' },
    ...{ isDefault: false, rolloutId: null },
  },
} as unknown as Drift;

const effect = (approval: object[]) => ({
  ...{ node: hq, dryRun: true, branches: 60, changed: 50, unchanged: 10, reasons: [], fields: [], problems: [], warnings: [] },
  ...{ covers: [], clashes: [], approval },
});

const open = (approval: object[]) => {
  const field = kinds.flatMap(({ fields }) => fields).find(({ key }) => key === 'noReasonDays') as RuleField;
  return renderPage(<InheritDialog drift={drift} field={field} onClose={() => undefined} />, {
    answers: {
      PolicyKinds: { policyKinds: kinds },
      PreviewInherit: { previewOwnRules: effect(approval) },
      Inherit: { setOwnRules: { ownVersion: 4 } },
      CreateChangeSet: { createChangeSet: { id: 'c1', number: 7, version: 1 } },
      SubmitChangeSet: { submitChangeSet: { id: 'c1', number: 7, status: 'inReview', version: 2 } },
    },
  });
};

describe('going back to inherit', () => {
  it('submits a change set by the same button where an approval is due', async () => {
    const { user, api, address } = open([{ code: 'branches', value: 50, limit: 40 }]);
    await user.click(await screen.findByRole('button', { name: /^提交审批：/u }));
    await waitFor(() => expect(address()).toBe('/changes/c1'));
    const operation = { verb: 'setOwn', kind: 'afterSalesRules', nodeId: 'east', changes: { noReasonDays: null } };
    expect(api.sent('CreateChangeSet')[0]?.variables).toMatchObject({ input: { operations: [operation] } });
    expect(api.sent('SubmitChangeSet')[0]?.variables).toEqual({ id: 'c1', version: 1 });
    expect(api.sent('Inherit')).toEqual([]);
  });

  it('does it at once where none is', async () => {
    const { user, api } = open([]);
    await user.click(await screen.findByRole('button', { name: /50/u }));
    await waitFor(() => expect(api.sent('Inherit')).toHaveLength(1));
    expect(api.sent('CreateChangeSet')).toEqual([]);
  });
});
