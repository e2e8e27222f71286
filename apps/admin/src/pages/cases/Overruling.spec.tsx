import { screen } from '@testing-library/react';
import { caseAction, caseRow } from '../../testing/cases';
import { renderPage } from '../../testing/render';
import { CaseActionDialog } from './CaseActionDialog';
import { Overrulable } from './CaseActions';
import type { OverrulableAction } from './documents';

const overrulable = (verb: string, needs: string[]): OverrulableAction => ({
  ...caseAction(verb, { needs, left: 0 }),
  against: [{ rule: 'repeatMax', text: { zh: '已用 2 次，最多 2 次', en: '2 of 2 used' } }],
});

const open = (action: OverrulableAction, answers: Record<string, object>) =>
  renderPage(<CaseActionDialog item={caseRow()} action={action} onClose={() => undefined} />, { answers });

it('takes the step with a reason for going against the limit, which it says', async () => {
  const { user, api } = open(overrulable('askInfo', ['question']), { AskInfo: { askInfo: { id: 'c1' } } });
  expect(screen.getByText('规则不允许：已用 2 次，最多 2 次。')).toBeInTheDocument();
  const confirm = screen.getByRole('button', { name: '要求补充资料' });
  await user.type(screen.getByRole('textbox', { name: /需要买家补充什么/ }), '请拍吊牌');
  expect(confirm).toBeDisabled();
  await user.type(screen.getByRole('textbox', { name: /推翻规则的原因/ }), '照片只有一半');
  await user.click(confirm);
  expect(api.sent('AskInfo').map(({ variables }) => variables)).toEqual([
    { id: 'c1', version: 3, question: '请拍吊牌', checklist: null, overrule: '照片只有一半' },
  ]);
});

it('does for the buyer what a limit keeps him from, and names what he paid', async () => {
  const { user, api } = open(overrulable('changeLogistics', ['carrier', 'tracking', 'freightPaid']), {
    ChangeLogisticsOverruling: { changeLogistics: { id: 'c1' } },
  });
  await user.type(screen.getByRole('textbox', { name: '买家付运费（元）' }), '12.5');
  await user.type(screen.getByRole('textbox', { name: /快递公司/ }), '顺丰');
  await user.type(screen.getByRole('textbox', { name: /运单号/ }), 'SF9');
  await user.type(screen.getByRole('textbox', { name: /推翻规则的原因/ }), '买家来电');
  await user.click(screen.getByRole('button', { name: '代买家更改物流' }));
  expect(api.sent('ChangeLogisticsOverruling').map(({ variables }) => variables)).toEqual([
    { id: 'c1', version: 3, carrier: '顺丰', tracking: 'SF9', freightPaid: 1_250, overrule: '买家来电' },
  ]);
});

it('asks for no such reason where nothing stands against the step', async () => {
  const { user, api } = renderPage(
    <CaseActionDialog item={caseRow()} action={caseAction('askInfo', { needs: ['question'] })} onClose={() => undefined} />,
    { answers: { AskInfo: { askInfo: { id: 'c1' } } } },
  );
  await user.type(screen.getByRole('textbox', { name: /需要买家补充什么/ }), '请拍吊牌');
  await user.click(screen.getByRole('button', { name: '要求补充资料' }));
  expect(api.sent('AskInfo').map(({ variables }) => variables['overrule'])).toEqual([null]);
});

it('is a button of its own, and none where there is nothing to overrule', () => {
  renderPage(<Overrulable actions={[overrulable('changeIntent', [])]} onChoose={() => undefined} />, { locale: 'en' });
  expect(screen.getByRole('button', { name: 'Refund instead, for the buyer (overrule)' })).toBeInTheDocument();
});
