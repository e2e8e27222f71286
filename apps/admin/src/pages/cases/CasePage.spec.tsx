import { screen, within } from '@testing-library/react';
import { caseAction, caseDetail } from '../../testing/cases';
import { renderPage } from '../../testing/render';
import { CasePage } from './CasePage';
import type { CaseDetail } from './documents';

const store = { id: 's1', name: '江宁店', type: 'store', timeZone: 'Asia/Shanghai', path: [] };

const open = (item: CaseDetail | null) =>
  renderPage(<CasePage />, {
    url: '/cases/c1',
    path: '/cases/:id',
    answers: {
      Case: { case: item },
      ...{ AttendCase: { attendCase: [] }, LeaveCase: { leaveCase: true } },
      ...{ ScopeNode: { orgNode: store }, ZoneOfNode: { orgNode: store }, PolicyKinds: { policyKinds: [] } },
    },
  });

const part = (name: string) => screen.findByRole('region', { name });

describe('the page of a case', () => {
  it('says what is wanted and why, with what the buyer answered and what was offered to him', async () => {
    const reason = {
      ...caseDetail().reason,
      followUp: { zh: '偏大、偏小，还是风格不合适？', en: 'Too large, too small, or the style?' },
    };
    const proposal = { amount: 9_000, resolution: 'returnRefund', note: '已断码' };
    open(caseDetail({ reason, followUpAnswer: '偏小一码', proposal }));
    const request = await part('申请');
    expect(request).toHaveTextContent('偏大、偏小，还是风格不合适？ 偏小一码');
    expect(request).toHaveTextContent('退货后退款 · ¥90.00 · 已断码');
  });

  it('says that a question was not answered', async () => {
    const reason = { ...caseDetail().reason, followUp: { zh: '收到的是哪一款？', en: 'Which item arrived?' } };
    open(caseDetail({ reason }));
    expect(await part('申请')).toHaveTextContent('收到的是哪一款？ （未回答）');
  });

  it('has the return address with its instructions', async () => {
    const returnAddress = {
      ...{ recipient: '售后组', phone: '021-1', province: '上海市', city: '上海市', district: '青浦区', street: '华新路 1 号' },
      instructions: '请附纸条写明订单号',
    };
    open(caseDetail({ returnAddress }));
    expect(await part('申请')).toHaveTextContent('华新路 1 号 售后组 021-1 · 请附纸条写明订单号');
  });

  it('says beside the buyer’s clock that the store’s is paused, and what its people were reminded of', async () => {
    const deadline = { ...caseDetail().deadline!, paused: true };
    open(caseDetail({ state: 'NEED_INFO', deadline, remindedKind: 'parcelLost', remindedAt: '2026-03-12T06:05:00Z' }));
    expect(await part('当前环节')).toHaveTextContent('门店计时已暂停');
    expect(screen.getByText('包裹丢失')).toBeInTheDocument();
  });

  it('says nothing of a pause while the store’s clock runs', async () => {
    open(caseDetail());
    expect(await part('当前环节')).not.toHaveTextContent('门店计时已暂停');
  });

  it('opens a step that the API allows by its letter, and no other', async () => {
    const { user } = open(caseDetail({ allowedActions: [caseAction('approve', { primary: true, to: ['AWAIT_RETURN'] })] }));
    await part('当前环节');
    await user.keyboard('r');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    await user.keyboard('a');
    expect(within(screen.getByRole('dialog', { name: '同意退货' })).getByText('approve的结果')).toBeInTheDocument();
  });

  it('says how a case has ended, with no step and no clock', async () => {
    const end = {
      state: 'CLOSED',
      isTerminal: true,
      deadline: null,
      outcome: 'WITHDRAWN',
      endedAt: '2026-03-13T06:05:00Z',
    } as const;
    open(caseDetail(end));
    const result = await part('处理结果');
    expect(result).toHaveTextContent('买家撤销了申请');
    expect(within(result).queryByRole('button')).not.toBeInTheDocument();
  });

  it('is none where there is no such case in reach', async () => {
    open(null);
    expect(await screen.findByText('没有这个售后单，或不在你的范围内')).toBeInTheDocument();
  });
});
