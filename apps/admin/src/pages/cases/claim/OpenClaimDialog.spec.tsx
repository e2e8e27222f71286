import { screen, waitFor, within } from '@testing-library/react';
import { refused, type Answers } from '../../../testing/api';
import { violationsIn } from '../../../testing/axe';
import { caseDetail } from '../../../testing/cases';
import { renderPage } from '../../../testing/render';
import { CaseMoney } from '../CaseMoney';

const preview = {
  ...{ currency: 'CNY', most: 800, carriers: ['中通'], period: '2026-03', digest: 'd1' },
  ownSuppliers: [{ id: 'm1', name: '华东面料厂' }],
  otherSuppliers: [{ id: 'm2', name: '华南鞋厂' }],
  shares: [
    { bearer: 'HQ', bearerNode: { id: 'hq', name: '总部' }, amount: 300 },
    { bearer: 'branch', bearerNode: { id: 's1', name: '江宁店' }, amount: 200 },
  ],
};

const openDialog = async (answers: Answers = {}, locale: 'zh' | 'en' = 'zh') => {
  const page = renderPage(<CaseMoney item={caseDetail({ cost: 800, canOpenClaim: true })} />, {
    locale,
    answers: { ClaimPreview: { claimPreview: preview }, OpenClaim: { openClaim: { id: 'k1' } }, ...answers },
  });
  await page.user.click(screen.getByRole('button', { name: locale === 'zh' ? '索赔' : 'Claim' }));
  return { ...page, dialog: within(await screen.findByRole('dialog')) };
};

it('is offered to nobody who may not', () => {
  renderPage(<CaseMoney item={caseDetail({ cost: 800 })} />, {});
  expect(screen.queryByRole('button', { name: '索赔' })).not.toBeInTheDocument();
});

it('proposes the supplier of the order, tells the most, shows who is given back what, and sends what was shown', async () => {
  const { user, api, dialog } = await openDialog();
  await waitFor(() => expect(dialog.getByRole('combobox', { name: /索赔对象/ })).toHaveValue('华东面料厂'));
  expect(dialog.getByText(/最多 ¥8.00/)).toBeInTheDocument();
  const amount = dialog.getByRole('textbox', { name: /索赔金额/ });
  await user.type(amount, '8.01');
  expect(amount).toBeInvalid();
  await user.clear(amount);
  await user.type(amount, '5');
  const branch = await dialog.findByRole('row', { name: /江宁店/ });
  expect(branch).toHaveTextContent('2.00');
  expect(dialog.getByRole('button', { name: '索赔' })).toBeDisabled();
  await user.type(dialog.getByRole('textbox', { name: /索赔原因/ }), '起球');
  expect(await violationsIn(document.body)).toEqual([]);
  await user.click(dialog.getByRole('button', { name: '索赔' }));
  await waitFor(() =>
    expect(api.sent('OpenClaim')[0]?.variables).toEqual({
      input: { caseId: 'c1', supplierId: 'm1', amount: 500, reason: '起球', digest: 'd1' },
    }),
  );
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
});

it('claims of a carrier of the parcels too, and says why where the books have changed', async () => {
  const { user, api, dialog } = await openDialog({ OpenClaim: refused('CLAIM_POSTING_CHANGED') }, 'en');
  await user.click(dialog.getByRole('combobox', { name: /Claimed of/ }));
  await user.click(await screen.findByRole('option', { name: '中通' }));
  await user.type(dialog.getByRole('textbox', { name: /Amount/ }), '5');
  await user.type(dialog.getByRole('textbox', { name: /Why/ }), 'Crushed');
  await dialog.findByRole('row', { name: /江宁店/ });
  await user.click(dialog.getByRole('button', { name: 'Claim' }));
  expect(await dialog.findByText(/changed since the amounts were shown/)).toBeInTheDocument();
  expect(api.sent('OpenClaim')[0]?.variables).toMatchObject({ input: { carrier: '中通', amount: 500 } });
});
