import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useFormat } from '../../shared/format';
import { parseMoney, typed } from '../../shared/format/parse';
import { Choice, TimeField } from '../../shared/fields';
import type { CaseAction } from './documents';
import type { ParcelChoice } from './stepDocuments';
import { refusedGoods, type Inputs } from './verbs';

interface ActionInputsProps {
  readonly action: CaseAction;
  readonly inputs: Inputs;
  readonly parcels: readonly ParcelChoice[];
  readonly onChange: (patch: Partial<Inputs>) => void;
}

const parties = ['branch', 'carrier', 'supplier', 'buyer', 'hq'] as const;
const resolutions = ['refund', 'returnRefund'] as const;
const trackingKinds = ['accepted', 'inTransit', 'delivered', 'lost', 'returned'] as const;

/** Whether the verb asks for it; a verdict asks for an amount only where it refunds, and what a buyer paid is his to say. */
export const asksFor = (name: string, action: CaseAction, inputs: Inputs): boolean =>
  action.needs.includes(name) && (name !== 'amount' || action.verb !== 'verdict' || inputs.to === 'REFUNDING');

/** Yuan as typed, kept as they are typed; fen go to the caller, null while it is no amount. */
function Amount({ action, inputs, onChange }: Pick<ActionInputsProps, 'action' | 'inputs' | 'onChange'>) {
  const t = useTranslate();
  const format = useFormat();
  const [text, setText] = useState(() => typed(inputs.amount, 'all'));
  const wrong = text.trim() !== '' && inputs.amount === null;
  const most = action.maxAmount === null ? undefined : t('cases.input.atMost', { amount: format.money(action.maxAmount) });
  const change = (next: string) => {
    const fen = parseMoney(next);
    setText(next);
    onChange({ amount: Number.isNaN(fen) ? null : fen });
  };
  return (
    <TextField
      label={t(action.verb === 'compensate' ? 'cases.input.compensation' : 'cases.input.amount')}
      value={text}
      onChange={(event) => change(event.target.value)}
      error={wrong}
      helperText={wrong ? t('cases.input.notAmount') : most}
      slotProps={{ htmlInput: { inputMode: 'decimal' } }}
      required
    />
  );
}

/** What the parcel costs who sends it, in yuan; empty while nobody knows. */
function Freight({ action: { verb }, onChange }: Pick<ActionInputsProps, 'action' | 'onChange'>) {
  const t = useTranslate();
  const isKnown = verb === 'issueLabel';
  const [text, setText] = useState('');
  const fen = text.trim() === '' ? null : parseMoney(text);
  const wrong = Number.isNaN(fen);
  const change = (next: string) => {
    const paid = next.trim() === '' ? null : parseMoney(next);
    setText(next);
    onChange({ freightPaid: Number.isNaN(paid) ? undefined : paid });
  };
  return (
    <TextField
      label={t(verb === 'changeLogistics' ? 'cases.input.freightByBuyer' : 'cases.input.freightPaid')}
      value={text}
      onChange={(event) => change(event.target.value)}
      error={wrong}
      helperText={wrong ? t('cases.input.notAmount') : !isKnown && t('cases.input.freightHelp')}
      required={isKnown}
      slotProps={{ htmlInput: { inputMode: 'decimal' } }}
    />
  );
}

function Choices({ action, inputs, parcels, onChange }: ActionInputsProps) {
  const t = useTranslate();
  return (
    <>
      {asksFor('shipmentId', action, inputs) && (
        <Choice
          id="case-parcel"
          label={t('cases.input.parcel')}
          value={inputs.shipmentId}
          options={parcels.map((parcel) => [parcel.id, `${parcel.carrier} ${parcel.tracking}`])}
          onChange={(shipmentId) => onChange({ shipmentId })}
          required
        />
      )}
      {asksFor('kind', action, inputs) && (
        <Choice
          id="case-tracking-kind"
          label={t('cases.input.kind')}
          value={inputs.kind}
          options={trackingKinds.map((kind) => [kind, t(`cases.tracking.${kind}`)])}
          onChange={(kind) => onChange({ kind })}
          required
        />
      )}
      {asksFor('to', action, inputs) && (
        <Choice
          id="case-verdict"
          label={t('cases.input.to')}
          value={inputs.to}
          options={action.to.map((state) => [state, t(`cases.verdictTo.${state}`)])}
          onChange={(to) => onChange({ to })}
          required
        />
      )}
      {asksFor('resolution', action, inputs) && (
        <Choice
          id="case-resolution"
          label={t('cases.input.resolution')}
          value={inputs.resolution}
          options={resolutions.map((resolution) => [resolution, t(`cases.resolution.${resolution}`)])}
          onChange={(resolution) => onChange({ resolution })}
          required
        />
      )}
      {asksFor('goods', action, inputs) && (
        <Choice
          id="case-goods"
          label={t('cases.input.goods')}
          value={inputs.goods}
          options={refusedGoods.map((goods) => [goods, t(`cases.refusedGoods.${goods}`)])}
          onChange={(goods) => onChange({ goods: refusedGoods.find((each) => each === goods) ?? '' })}
          required
        />
      )}
      {asksFor('liable', action, inputs) && (
        <Choice
          id="case-liable"
          label={t('cases.input.liable')}
          value={inputs.liable}
          options={['', ...parties].map((party) => [
            party,
            t(
              party === ''
                ? action.verb === 'answerAppeal'
                  ? 'cases.input.upheld'
                  : 'cases.input.noParty'
                : `cases.party.${party}`,
            ),
          ])}
          onChange={(liable) => onChange({ liable })}
        />
      )}
    </>
  );
}

/** The fields that a verb asks for, as the API names them. */
export function ActionInputs(props: ActionInputsProps) {
  const { action, inputs, onChange } = props;
  const t = useTranslate();
  const texts = (['code', 'carrier', 'tracking', 'voucher'] as const).filter((name) => asksFor(name, action, inputs));
  return (
    <>
      <Choices {...props} />
      {asksFor('amount', action, inputs) && <Amount {...props} />}
      {texts.map((name, index) => (
        <TextField
          key={name}
          label={t(`cases.input.${name}`)}
          value={inputs[name]}
          onChange={(event) => onChange({ [name]: event.target.value })}
          autoFocus={index === 0}
          required
        />
      ))}
      {asksFor('freightPaid', action, inputs) && <Freight action={action} onChange={onChange} />}
      {asksFor('until', action, inputs) && (
        <TimeField label={t('cases.input.until')} onChange={(until) => onChange({ until: until ?? '' })} required />
      )}
      {asksFor('at', action, inputs) && (
        <TimeField label={t('cases.input.at')} onChange={(at) => onChange({ at })} help={t('cases.input.atHelp')} past />
      )}
    </>
  );
}
