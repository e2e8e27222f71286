import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiQuery } from '../../providers/hooks';
import { Choice } from '../../shared/fields';
import { useLocalText } from '../../shared/useLocalText';
import { useFreightText } from '../../shared/useFreightText';
import { reasonFreightDocument, reasonsDocument, type Order } from './documents';
import { inputOf, openLines, types, type Request } from './request';

const Line = styled('div')({ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 12 });

interface FieldsProps {
  readonly order: Order;
  readonly request: Request;
  /** Whether what the reason asks is asked: an application is filed, not tried. */
  readonly asks?: boolean;
  readonly onChange: (patch: Partial<Request>) => void;
}

function LinesField({ order, request, onChange }: FieldsProps) {
  const t = useTranslate();
  const set = (id: string, quantity: number) => onChange({ quantities: { ...request.quantities, [id]: quantity } });
  return (
    <div role="group" aria-label={t('orders.lines')}>
      {openLines(order).map(({ id, name, available }) => {
        const quantity = request.quantities[id] ?? 0;
        return (
          <Line key={id}>
            <FormControlLabel
              control={<Checkbox checked={quantity > 0} onChange={() => set(id, quantity > 0 ? 0 : available)} />}
              label={`${name} ×${String(available)}`}
            />
            {available > 1 && (
              <Choice
                ariaLabel={t('orders.apply.quantityOf', { name })}
                value={quantity}
                options={Array.from({ length: available + 1 }, (_, n) => [n, n])}
                onChange={(chosen) => set(id, chosen)}
              />
            )}
          </Line>
        );
      })}
    </div>
  );
}

/** A reason that costs says so before it is chosen: who pays the return freight for reasons of a class; nothing where no goods come back. */
function useFreightNote({ order, request }: Pick<FieldsProps, 'order' | 'request'>): (reasonClass: string) => string {
  const t = useTranslate();
  const freightText = useFreightText();
  const { orderId, type, lines } = inputOf(order, request);
  const { data } = useApiQuery(reasonFreightDocument, { input: { orderId, type, lines } }, { enabled: lines.length > 0 });
  return (reasonClass) => {
    const freight = data?.reasonFreight.find((each) => each.class === reasonClass);
    return freight ? t('orders.apply.freight', { payer: freightText(freight) }) : '';
  };
}

const Label = styled('div')({ whiteSpace: 'normal' });

/** The tree of reasons, a level each (A5): first what kind of reason, then which; who pays the freight is beside each. */
function ReasonFields({ order, request, asks = false, onChange }: FieldsProps) {
  const t = useTranslate();
  const localText = useLocalText();
  const freightNote = useFreightNote({ order, request });
  const { data } = useApiQuery(reasonsDocument, {});
  const [opened, setOpened] = useState('');
  const reasons = (data?.returnReasons ?? []).filter((reason) => reason.types.includes(request.type));
  const classes = [...new Map(reasons.map((reason) => [reason.class, reason.classLabel])).entries()];
  const chosen = reasons.find((reason) => reason.code === request.reason)?.class ?? opened;
  const within = reasons.filter((reason) => reason.class === chosen);
  const open = (next: string) => {
    setOpened(next);
    onChange({ reason: '', followUpAnswer: '' });
  };
  const followUp = within.find(({ code }) => code === request.reason)?.followUp;
  return (
    <>
      <Choice
        id="apply-class"
        label={t('orders.apply.class')}
        value={classes.some(([key]) => key === chosen) ? chosen : ''}
        options={classes.map(([key, label]) => [
          key,
          <Label key={key}>
            {localText(label)}
            {freightNote(key) !== '' && <div className="hw-meta">{freightNote(key)}</div>}
          </Label>,
        ])}
        onChange={open}
        required
      />
      <Choice
        id="apply-reason"
        label={t('orders.apply.reason')}
        value={within.some(({ code }) => code === request.reason) ? request.reason : ''}
        options={within.map((reason) => [reason.code, localText(reason.label)])}
        onChange={(reason) => onChange({ reason, followUpAnswer: '' })}
        disabled={within.length === 0}
        required
      />
      {asks && followUp && (
        <TextField
          id="apply-follow-up"
          label={localText(followUp)}
          value={request.followUpAnswer}
          onChange={(event) => onChange({ followUpAnswer: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 500 } }}
        />
      )}
    </>
  );
}

/** What is asked for: pieces, wish and reason. */
export function RequestFields(props: FieldsProps) {
  const t = useTranslate();
  const { request, onChange } = props;
  return (
    <>
      <LinesField {...props} />
      <Choice
        id="apply-type"
        label={t('orders.apply.type')}
        value={request.type}
        options={types.map((type) => [type, t(`orders.type.${type}`)])}
        onChange={(type) => onChange({ type, reason: '', followUpAnswer: '' })}
      />
      <ReasonFields {...props} />
    </>
  );
}
