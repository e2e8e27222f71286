import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiQuery } from '../../providers/hooks';
import { UrlDrawer, useDrawer } from '../../shared/dialog';
import { useFormat } from '../../shared/format';
import { useRuleText } from '../../shared/rules';
import { Loaded } from '../../shared/states';
import { TimeField } from '../../shared/fields';
import { useLocalText } from '../../shared/useLocalText';
import { Answer } from './Answer';
import { whatIfDocument, type Order, type WhatIfAnswer } from './documents';
import { inputOf, isComplete, wholeOrder, type Request } from './request';
import { RequestFields } from './RequestFields';

const Form = styled('div')({ display: 'grid', gap: 16 });

function Outcome({ order, answer }: { order: Order; answer: WhatIfAnswer }) {
  const t = useTranslate();
  const format = useFormat();
  const localText = useLocalText();
  const texts = useRuleText();
  const { eligibility, windows, next, goods, rules } = answer;
  return (
    <>
      <Answer order={order} answer={eligibility} />
      <ul>
        {windows.map(({ key, days, endsAt }) => (
          <li key={key}>
            {t(`orders.windows.${key}`, { days })} {endsAt !== null && format.until(endsAt)}
          </li>
        ))}
        {next && (
          <li>
            {t('orders.whatIf.next', { at: format.textTime(next.at) })} {localText(next.outcomeText)}
          </li>
        )}
      </ul>
      {goods.length > 0 && (
        <ul aria-label={t('orders.whatIf.goods')}>
          {goods.map(({ rule, text }) => (
            <li key={rule}>{localText(text)}</li>
          ))}
        </ul>
      )}
      <details>
        <summary>{t('orders.whatIf.rules', { n: rules.length })}</summary>
        <ul>
          {rules.map(({ kind, field, source }) => (
            <li key={`${kind} ${field}`}>
              {texts.label(field)} <span className="hw-meta">{t('orders.whatIf.source', { source })}</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** Any wish, at any time, and what would come of it; nothing is filed (A20). */
export function WhatIf({ order }: { order: Order }) {
  const t = useTranslate();
  const [request, setRequest] = useState<Request>(() => wholeOrder(order));
  const [at, setAt] = useState<string | null>('');
  const complete = isComplete(request) && at !== null;
  const variables = { input: inputOf(order, request), at: at === '' ? null : at };
  const query = useApiQuery(whatIfDocument, variables, { enabled: complete });
  return (
    <Form>
      <p className="hw-hint">{t('orders.whatIf.hint')}</p>
      <RequestFields order={order} request={request} onChange={(patch) => setRequest((before) => ({ ...before, ...patch }))} />
      <TimeField label={t('orders.whatIf.at')} help={t('orders.whatIf.now')} onChange={setAt} />
      {complete && (
        <Loaded query={query} failed={t('orders.apply.checkFailed')}>
          {({ whatIf }) => whatIf && <Outcome order={order} answer={whatIf} />}
        </Loaded>
      )}
    </Form>
  );
}

/** Opens the trial beside the page. */
export function WhatIfButton({ order }: { order: Order }) {
  const t = useTranslate();
  const drawer = useDrawer('whatIf');
  return (
    <>
      <Button variant="outlined" size="small" onClick={() => drawer.open(order.id)}>
        {t('orders.whatIf.open')}
      </Button>
      <UrlDrawer drawer={drawer} title={t('orders.whatIf.title')}>
        {() => <WhatIf order={order} />}
      </UrlDrawer>
    </>
  );
}
