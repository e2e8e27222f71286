import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { serverNow } from '../../shared/clock';
import { useFormat } from '../../shared/format';
import { Band } from '../../shared/page';
import { useRuleText, WithheldText, type EffectiveRules } from '../../shared/rules';

interface BandsProps {
  readonly rules: EffectiveRules;
  readonly past: boolean;
  readonly onKnown: (when: 'then' | 'now') => void;
  readonly onToday: () => void;
  readonly onResume: () => void;
}

/** Another day than today, a suspension and a used-up budget hold for the whole page: they are said before the rules. */
export function Bands({ rules, past, onKnown, onToday, onResume }: BandsProps) {
  const t = useTranslate();
  const format = useFormat();
  const texts = useRuleText();
  const { suspension } = rules;
  const isThen = rules.knownAt !== null;
  // Nobody has known anything on a day that is to come.
  const isPast = Date.parse(rules.at) <= serverNow();
  const others = (
    <>
      {isPast && (
        <Button variant="outlined" size="small" onClick={() => onKnown(isThen ? 'now' : 'then')}>
          {t(isThen ? 'effective.known.now' : 'effective.known.then')}
        </Button>
      )}
      <Button variant="outlined" size="small" onClick={onToday}>
        {t('effective.today')}
      </Button>
    </>
  );
  const resume = rules.allowedActions.includes('rules.resume') && (
    <Button variant="outlined" size="small" onClick={onResume}>
      {t('suspension.resumeIn', { unit: rules.node.name })}
    </Button>
  );
  return (
    <>
      {past && (
        <Band tone="act" action={others}>
          {texts.say(isThen ? 'effective.asKnown' : 'effective.asOf', { at: format.textTime(rules.at) })}
        </Band>
      )}
      {suspension && (
        <Band tone="trouble" action={resume}>
          {texts.say('effective.suspended', {
            unit: suspension.node.name,
            reason: suspension.reason,
            interval: format.interval(suspension.from, suspension.to),
          })}
        </Band>
      )}
      {rules.withheld && (
        <Band tone="act">
          <WithheldText withheld={rules.withheld} />
        </Band>
      )}
    </>
  );
}
