import { screen } from '@testing-library/react';
import { renderPage } from '../../testing/render';
import { ArchiveDialog } from './ArchiveDialog';
import type { Unit } from './documents';

const mall: Unit = {
  ...{ id: 'm1', code: 'M1', name: '西溪广场', type: 'mall', ownership: null, path: [], parentId: 'r1', depth: 2 },
  ...{ childCount: 2, branchCount: 2, province: null, city: null, address: null, phone: null, timeZone: 'Asia/Shanghai' },
  ...{ archivedAt: null, successorId: null, since: '2026-01-01T00:00:00Z', version: 4, allowedActions: ['orgNode.archive'] },
};
const impact = { nodeId: 'm1', parentId: null, branches: 2, people: 1, openCases: 0, ruleChanges: [], approval: [] };
const children = { code: 'ACTIVE_CHILDREN', field: null, nodeId: 's1', nodeName: '一店', allowed: null, setBy: null };

describe('archiving a unit', () => {
  it('is refused while there is anything below, unless that goes along', async () => {
    const { user, api } = renderPage(<ArchiveDialog unit={mall} onClose={() => undefined} />, {
      answers: {
        PreviewArchive: ({ along }: Record<string, unknown>) => ({
          previewArchive: { ...impact, problems: along === true ? [] : [children] },
        }),
        ArchiveUnit: { archiveOrgNode: { id: 'm1' } },
      },
    });
    const along = await screen.findByRole('checkbox', { name: '下级组织一起归档' });
    await user.type(screen.getByRole('textbox', { name: /归档原因/ }), '商场关闭');
    expect(screen.getByRole('button', { name: '归档' })).toBeDisabled();
    expect(screen.queryByText('接手的分店')).not.toBeInTheDocument();
    await user.click(along);
    expect(await screen.findByText('接手的分店')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '归档' }));
    expect(api.sent('ArchiveUnit')).toMatchObject([{ variables: { id: 'm1', version: 4, along: true, successorId: null } }]);
  });
});
