import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { violationsIn } from '../../testing/axe';
import { caseAction, caseRow } from '../../testing/cases';
import { renderPage } from '../../testing/render';
import { stubUploads } from '../../testing/upload';
import { CaseActionDialog } from './CaseActionDialog';
import type { CaseAction } from './documents';

const text = (zh: string, en: string) => ({ zh, en });

const evidence = {
  CaseEvidence: {
    case: {
      id: 'c1',
      checklist: [
        { item: 'intact', label: text('商品完好', 'Intact') },
        { item: 'unused', label: text('未使用', 'Unused') },
      ],
      photoKinds: ['goods', 'inspection', 'refusal'],
      photos: [],
    },
  },
};

const open = (action: CaseAction, answers: object) =>
  renderPage(<CaseActionDialog item={caseRow()} action={action} onClose={() => undefined} />, {
    answers: { ...evidence, ...answers },
  });

const photo = (name = 'a.png') => new File(['x'], name, { type: 'image/png' });
const add = () => screen.findByLabelText('添加照片', { selector: 'input' });

describe('the goods of a return', () => {
  const receive = caseAction('receive', { needs: ['inspection', 'checklist', 'photos'], to: ['REFUNDING'] });
  const answers = { Receive: { receive: { id: 'c1' } } };
  const confirm = () => screen.getByRole('button', { name: '收货并退款' });

  it('are inspected item by item, all of them or none', async () => {
    const { user, api } = open(receive, answers);
    const intact = within(await screen.findByRole('group', { name: '商品完好' }));
    expect(confirm()).toBeEnabled();
    await user.click(intact.getByRole('button', { name: '通过' }));
    expect(confirm()).toBeDisabled();
    await user.click(within(screen.getByRole('group', { name: '未使用' })).getByRole('button', { name: '不通过' }));
    await user.type(screen.getByRole('textbox', { name: '未使用的说明' }), '袖口有污渍');
    expect(await violationsIn(document.body)).toEqual([]);
    await user.click(confirm());
    expect(api.sent('Receive').map(({ variables }) => variables['checklist'])).toEqual([
      [
        { item: 'intact', passed: true, note: null },
        { item: 'unused', passed: false, note: '袖口有污渍' },
      ],
    ]);
  });

  it('may be taken in without a word on any item', async () => {
    const { user, api } = open(receive, answers);
    await screen.findByRole('group', { name: '商品完好' });
    await user.click(confirm());
    expect(api.sent('Receive').map(({ variables }) => variables['checklist'])).toEqual([null]);
  });
});

it('goods that lack something are asked about with what the inspection found', async () => {
  const ask = caseAction('askInfo', { needs: ['question', 'checklist', 'photos'], to: ['NEED_INFO'] });
  const { user, api } = open(ask, { AskInfo: { askInfo: { id: 'c1' } } });
  await user.type(await screen.findByRole('textbox', { name: /需要买家补充什么/ }), '少了防尘袋');
  for (const name of ['商品完好', '未使用'])
    await user.click(within(screen.getByRole('group', { name })).getByRole('button', { name: '通过' }));
  await user.click(screen.getByRole('button', { name: '要求补充资料' }));
  expect(api.sent('AskInfo')[0]?.variables).toMatchObject({
    ...{ id: 'c1', question: '少了防尘袋', overrule: null },
    checklist: [{ item: 'intact', passed: true }, { item: 'unused' }],
  });
});

it('goods that are taken in and sent out at once are shown both ways', async () => {
  const both = caseAction('receiveAndDispatch', { needs: ['checklist', 'photos'], to: ['AWAIT_BUYER_RECEIPT'] });
  const sent = stubUploads({ status: 201 }, { status: 201 });
  const { user } = open(both, {
    CaseEvidence: { case: { ...evidence.CaseEvidence.case, photoKinds: ['inspection', 'outbound'] } },
  });
  await user.upload(await screen.findByLabelText('添加验收照片', { selector: 'input' }), photo('in.png'));
  await user.upload(screen.getByLabelText('添加发货照片', { selector: 'input' }), photo('out.png'));
  await waitFor(() =>
    expect(sent).toEqual([
      { path: '/photos/cases/c1?kind=inspection', name: 'in.png' },
      { path: '/photos/cases/c1?kind=outbound', name: 'out.png' },
    ]),
  );
});

describe('a refusal of receipt', () => {
  const refuse = caseAction('refuseReceipt', { needs: ['reason', 'goods', 'checklist', 'photos'], to: ['RECEIPT_REFUSED'] });
  const answers = { RefuseReceipt: { refuseReceipt: { id: 'c1' } } };
  const confirm = () => screen.getByRole('button', { name: '拒收' });
  const sayWhere = async (user: UserEvent, where: string) => {
    await user.click(screen.getByRole('combobox', { name: /商品在哪里/ }));
    await user.click(screen.getByRole('option', { name: where }));
  };

  it('takes a photo while the goods are here', async () => {
    const sent = stubUploads({ status: 201 });
    const { user, api } = open(refuse, answers);
    await user.type(await screen.findByRole('textbox', { name: /拒收原因/ }), '已使用');
    expect(await screen.findByText('拒收须至少一张照片，未到货除外')).toBeInTheDocument();
    expect(confirm()).toBeDisabled();
    await user.upload(await add(), photo());
    expect(await screen.findByText('已添加 1 张')).toBeInTheDocument();
    expect(sent).toEqual([{ path: '/photos/cases/c1?kind=refusal', name: 'a.png' }]);
    // Nobody but who has seen the parcel knows where it is.
    expect(confirm()).toBeDisabled();
    await sayWhere(user, '已由快递退回买家');
    await user.click(confirm());
    expect(api.sent('RefuseReceipt').map(({ variables }) => variables['goods'])).toEqual(['turnedBack']);
  });

  it('keeps a photo that was not taken, says why, and sends it again', async () => {
    const sent = stubUploads({ status: 400, body: { code: 'PHOTO_TOO_LARGE', allowed: { max: 8_388_608 } } }, { status: 201 });
    const { user } = open(refuse, answers);
    await user.type(await screen.findByRole('textbox', { name: /拒收原因/ }), '已使用');
    await user.upload(await add(), photo('b.png'));
    expect(await screen.findByRole('alert')).toHaveTextContent('b.png · 每张照片最大 8 MB，缩小后再添加。');
    expect(screen.getByRole('textbox', { name: /拒收原因/ })).toHaveValue('已使用');
    await user.click(screen.getByRole('button', { name: '重试 b.png' }));
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
    expect(sent).toHaveLength(2);
    await sayWhere(user, '在门店（关闭前须寄回买家）');
    expect(confirm()).toBeEnabled();
  });

  it('needs none where the parcel has not arrived', async () => {
    const { user } = open(refuse, answers);
    await user.type(await screen.findByRole('textbox', { name: /拒收原因/ }), '查无此件');
    await sayWhere(user, '没有收到包裹');
    expect(confirm()).toBeEnabled();
  });
});
