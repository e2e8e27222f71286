import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiQuery } from '../../providers/hooks';
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
              <TextField
                select
                size="small"
                value={quantity}
                onChange={(event) => set(id, Number(event.target.value))}
                slotProps={{ htmlInput: { 'aria-label': t('orders.apply.quantityOf', { name }) } }}
              >
                {Array.from({ length: available + 1 }, (_, n) => (
                  <MenuItem key={n} value={n}>
                    {n}
                  </MenuItem>
                ))}
              </TextField>
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
      <TextField
        select
        id="apply-class"
        label={t('orders.apply.class')}
        value={classes.some(([key]) => key === chosen) ? chosen : ''}
        onChange={(event) => open(event.target.value)}
        required
      >
        {classes.map(([key, label]) => (
          <MenuItem key={key} value={key}>
            <Label>
              {localText(label)}
              {freightNote(key) !== '' && <div className="hw-meta">{freightNote(key)}</div>}
            </Label>
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        id="apply-reason"
        label={t('orders.apply.reason')}
        value={within.some(({ code }) => code === request.reason) ? request.reason : ''}
        onChange={(event) => onChange({ reason: event.target.value, followUpAnswer: '' })}
        disabled={within.length === 0}
        required
      >
        {within.map((reason) => (
          <MenuItem key={reason.code} value={reason.code}>
            {localText(reason.label)}
          </MenuItem>
        ))}
      </TextField>
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
      <TextField
        select
        id="apply-type"
        label={t('orders.apply.type')}
        value={request.type}
        onChange={(event) => onChange({ type: event.target.value as Request['type'], reason: '', followUpAnswer: '' })}
      >
        {types.map((type) => (
          <MenuItem key={type} value={type}>
            {t(`orders.type.${type}`)}
          </MenuItem>
        ))}
      </TextField>
      <ReasonFields {...props} />
    </>
  );
}
