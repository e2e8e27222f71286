import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { ActionDialog } from '../../shared/dialog';
import { useFormat } from '../../shared/format';
import { useGo } from '../../shared/scope';
import { Loaded } from '../../shared/states';
import { useLocalText } from '../../shared/useLocalText';
import { useFreightText } from '../../shared/useFreightText';
import { v } from '../../theme/vars';
import { applyDocument, checkDocument, reasonsDocument, type Eligibility, type Order } from './documents';

const types = ['RR', 'RO'] as const;

interface Request {
  readonly type: (typeof types)[number];
  readonly reason: string;
  readonly lineIds: readonly string[];
}

function inputOf(order: Order, request: Request) {
  const lines = order.lines
    .filter((line) => request.lineIds.includes(line.id))
    .map((line) => ({ orderLineId: line.id, quantity: line.available }));
  return { orderId: order.id, type: request.type, reason: request.reason, lines };
}

const Verdict = styled('div')({
  padding: '8px 12px',
  borderRadius: 6,
  '&[data-eligible="true"]': { color: v.tone.good.ink, backgroundColor: v.tone.good.ground },
  '&[data-eligible="false"]': { color: v.tone.trouble.ink, backgroundColor: v.tone.trouble.ground },
  '& ul': { margin: '4px 0 0', paddingLeft: 20 },
  '& summary': { cursor: 'pointer' },
});

/** What the rules say to it before it is filed: how much comes back and who pays the freight, or which rule stands against it. */
function Answer({ order, answer }: { order: Order; answer: Eligibility }) {
  const t = useTranslate();
  const format = useFormat();
  const localText = useLocalText();
  const freightText = useFreightText();
  const { eligible, freight, trace } = answer;
  const against = trace.filter((step) => !step.passed);
  const rules = (
    <ul>
      {(eligible ? trace : against).map((step, index) => (
        <li key={`${step.rule} ${String(index)}`}>{localText(step.text)}</li>
      ))}
    </ul>
  );
  return (
    <Verdict data-eligible={eligible} role="status">
      <strong>
        {eligible
          ? t('orders.apply.eligible', { amount: format.money(answer.maxAmount, order.currency) })
          : t('orders.apply.refused')}
      </strong>
      {eligible && <div>{t('orders.apply.freight', { payer: freightText(freight) })}</div>}
      {eligible ? (
        <details>
          <summary>{t('orders.apply.rules', { n: trace.length })}</summary>
          {rules}
        </details>
      ) : (
        rules
      )}
    </Verdict>
  );
}

function ReasonField({ value, type, onChange }: { value: string; type: Request['type']; onChange: (reason: string) => void }) {
  const t = useTranslate();
  const localText = useLocalText();
  const { data } = useApiQuery(reasonsDocument, {});
  const reasons = (data?.returnReasons ?? []).filter((reason) => reason.types.includes(type));
  const chosen = reasons.find((reason) => reason.code === value);
  return (
    <TextField
      select
      id="apply-reason"
      label={t('orders.apply.reason')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ select: { renderValue: () => (chosen ? localText(chosen.label) : '') } }}
      required
    >
      {reasons.map((reason) => (
        <MenuItem key={reason.code} value={reason.code} sx={{ justifyContent: 'space-between', gap: 2 }}>
          {localText(reason.label)}
          <span className="hw-meta">{localText(reason.classLabel)}</span>
        </MenuItem>
      ))}
    </TextField>
  );
}

/** Staff files a case for a buyer (A3): item, wish, reason, and what the rules say to it. */
export function ApplyDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const t = useTranslate();
  const go = useGo();
  const apply = useApiMutation(applyDocument);
  const open = order.lines.filter((line) => line.available > 0);
  const [request, setRequest] = useState<Request>({ type: 'RR', reason: '', lineIds: open.map((line) => line.id) });
  const set = (patch: Partial<Request>) => setRequest((before) => ({ ...before, ...patch }));
  const toggle = (id: string) =>
    set({ lineIds: request.lineIds.includes(id) ? request.lineIds.filter((it) => it !== id) : [...request.lineIds, id] });
  const complete = request.reason !== '' && request.lineIds.length > 0;
  const check = useApiQuery(checkDocument, { input: inputOf(order, request) }, { enabled: complete });
  const eligible = check.data?.checkApplication.eligible === true && !check.isPlaceholderData;
  const confirm = async (text: string) => {
    const { apply: made } = await apply.mutateAsync({ input: { ...inputOf(order, request), text: text === '' ? null : text } });
    go(`/cases/${made.id}`);
  };
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t('orders.apply.title')}
      effect={t('orders.apply.effect', { buyer: order.buyerName })}
      reason={{ label: t('orders.apply.text') }}
      ready={complete && eligible}
      onConfirm={confirm}
    >
      <div role="group" aria-label={t('orders.lines')}>
        {open.map((line) => (
          <FormControlLabel
            key={line.id}
            sx={{ display: 'flex' }}
            control={<Checkbox checked={request.lineIds.includes(line.id)} onChange={() => toggle(line.id)} />}
            label={`${line.name} ×${String(line.available)}`}
          />
        ))}
      </div>
      <TextField
        select
        id="apply-type"
        label={t('orders.apply.type')}
        value={request.type}
        onChange={(event) => set({ type: event.target.value as Request['type'], reason: '' })}
      >
        {types.map((type) => (
          <MenuItem key={type} value={type}>
            {t(`orders.type.${type}`)}
          </MenuItem>
        ))}
      </TextField>
      <ReasonField value={request.reason} type={request.type} onChange={(reason) => set({ reason })} />
      {complete && (
        <Loaded query={check} failed={t('orders.apply.checkFailed')}>
          {({ checkApplication }) => <Answer order={order} answer={checkApplication} />}
        </Loaded>
      )}
    </ActionDialog>
  );
}
