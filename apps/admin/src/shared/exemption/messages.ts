import { defineMessages } from '../../i18n/messages';

export const exemptionMessages = defineMessages({
  zh: {
    exempt: {
      verb: '豁免',
      title: '在{unit}豁免{field}',
      effect: '到期前，{ancestor}对{field}的锁定和限定不约束{unit}及其下级；当前的值不变，下级可以自定义。到期后锁定自动恢复。',
      ancestor: '豁免谁的锁定或限定',
      until: '豁免至（含）',
      untilHelp: '必填；到期前 14 天会提醒',
      reason: '原因',
      reasonHelp: '分店和审计会看到',
      done: '已在{unit}豁免{field}，至{until}',
      previewFailed: '影响范围没有算出',
      failed: '可豁免的规则项没有载入',
      nothing: '这里没有可豁免的锁定或限定。',
      field: '规则项',
    },
  },
  en: {
    exempt: {
      verb: 'Exempt',
      title: 'Exempt {unit} in {field}',
      effect:
        'Until it expires, the lock and bounds of {ancestor} for {field} do not bind {unit} and all below it. The value stays as it is; the unit may set its own. Afterwards the lock holds again by itself.',
      ancestor: 'Whose lock or bounds',
      until: 'Exempt through',
      untilHelp: 'Required; a reminder comes 14 days before',
      reason: 'Reason',
      reasonHelp: 'The branch and the auditor will read it',
      done: '{unit} is exempt in {field} through {until}',
      previewFailed: 'The impact could not be computed',
      failed: 'What can be lifted did not load',
      nothing: 'There is no lock and no bound to lift here.',
      field: 'Field',
    },
  },
});
