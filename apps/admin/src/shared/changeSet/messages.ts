import { defineMessages } from '../../i18n/messages';

export const changeSetMessages = defineMessages({
  zh: {
    changeSet: {
      keep: '放入变更单',
      new: '新建变更单',
      addTo: '加入 #{number, number} {title}',
      submit: '提交审批：{action}',
      submitted: '已提交审批：变更单 #{number, number}',
      drafted: '已存为变更单 #{number, number} 的草稿',
      added: '已加入变更单 #{number, number}',
      assign: '{unit} · 下发 {version}',
      own: '{unit} · {kind}',
      exempt: '{unit} · 豁免 {field}',
      move: '{unit} 移到 {parent}',
      turnOn: '{unit} · 开通退货包运费',
      turnOff: '{unit} · 停用退货包运费',
      approvedBy: '{approver} 审批（变更单 #{number, number}）',
      carried: '变更单 #{number, number}',
    },
  },
  en: {
    changeSet: {
      keep: 'Keep in a change set',
      new: 'New change set',
      addTo: 'Add to #{number, number} {title}',
      submit: 'Submit for approval: {action}',
      submitted: 'Submitted for approval: change set #{number, number}',
      drafted: 'Kept as a draft: change set #{number, number}',
      added: 'Added to change set #{number, number}',
      assign: '{unit} · assign {version}',
      own: '{unit} · {kind}',
      exempt: '{unit} · exempt {field}',
      move: 'Move {unit} to {parent}',
      turnOn: '{unit} · turn on free returns',
      turnOff: '{unit} · turn off free returns',
      approvedBy: 'Approved by {approver} (change set #{number, number})',
      carried: 'Change set #{number, number}',
    },
  },
});
