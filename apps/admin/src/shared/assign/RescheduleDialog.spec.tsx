import { fireEvent, screen } from '@testing-library/react';
import { renderPage } from '../../testing/render';
import { hq } from '../../testing/viewer';
import { RescheduleDialog } from './RescheduleDialog';

const effect = {
  ...{ node: hq, dryRun: true, branches: 100, changed: 95, unchanged: 5, reasons: [], fields: [], problems: [], warnings: [] },
  ...{ covers: [], clashes: [], approval: [{ code: 'branches', value: 95, limit: 40 }] },
};

it('a new date that needs an approval says how it is got', async () => {
  const scheduled = { id: 'a1', unit: hq, label: '全国标准版 v3', from: '2030-01-01T16:00:00Z', to: null };
  renderPage(<RescheduleDialog scheduled={scheduled} onDone={() => undefined} onClose={() => undefined} />, {
    answers: {
      ZoneOfNode: { orgNode: { id: 'hq', timeZone: 'Asia/Shanghai' } },
      PolicyKinds: { policyKinds: [] },
      PreviewReschedule: { previewReschedule: effect },
    },
  });
  const [from] = await screen.findAllByLabelText(/开始日期/u);
  fireEvent.change(from as HTMLElement, { target: { value: '2030-02-01' } });
  expect(await screen.findByText(/先撤销 全国标准版 v3 的这次排期，再按新日期下发到总部/u)).toBeInTheDocument();
});
