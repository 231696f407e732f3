// MC314: whether the mailbox is tested and enabled for sending is not recorded.

import { adminCenter, productPages } from './admin-center.ts';
import { isSynchronized, nameOf } from './mailbox-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC314',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'unknown',
  check: (facts) => {
    if (facts.purpose !== 'send' || !isSynchronized(facts, 'outgoing')) return [];
    const { outgoingEmailStatus, enabledForOutgoingEmail } = facts.mailbox.fields;
    const key =
      outgoingEmailStatus === undefined
        ? ('outgoingEmailStatus' as const)
        : outgoingEmailStatus === 'success' && enabledForOutgoingEmail === undefined
          ? ('enabledForOutgoingEmail' as const)
          : undefined;
    return key === undefined
      ? []
      : [{ params: { mailbox: nameOf(facts), key }, where: facts.mailbox.where([key]) }];
  },
  en: {
    title: 'Whether the mailbox is enabled for sending is not recorded',
    why:
      'A mailbox sends when its last test succeeded and it is still enabled for outgoing email. A status Success without ' +
      'the enabled flag is not enough: a later error switches the flag off and leaves the status.',
    message: ({ mailbox, key }) =>
      key === 'outgoingEmailStatus'
        ? `The result of the last test of sending from ${mailbox} is not recorded.`
        : `${mailbox} was tested with success, but whether it is still enabled for outgoing email is not recorded.`,
    fix: ({ mailbox, key }) => [
      adminCenter.en.inMailbox(
        mailbox,
        'read "Outgoing Email Status" and whether the mailbox is enabled for outgoing email.',
      ),
      adminCenter.en.inRecord(
        `the mailbox ${mailbox}`,
        `${key === 'outgoingEmailStatus' ? 'outgoingEmailStatus: success, failure or not-run' : 'enabledForOutgoingEmail: true or false'} (a test records both: mailcheck test-mailbox ${mailbox})`,
      ),
    ],
  },
  ja: {
    title: 'メールボックスの送信が有効かどうかが記録されていません',
    why:
      '送信できるのは、前回のテストに成功し、その後も送信が有効なメールボックスです。状態が「成功」でも、' +
      'その後のエラーで送信だけ無効になることがあるため、状態だけでは判断できません。',
    message: ({ mailbox, key }) =>
      key === 'outgoingEmailStatus'
        ? `${mailbox} の送信テストの結果が記録されていません。`
        : `${mailbox} のテストは成功していますが、今も送信が有効かどうかが記録されていません。`,
    fix: ({ mailbox, key }) => [
      adminCenter.ja.inMailbox(mailbox, '「送信電子メールの状態」と、送信が有効かどうかを確認する。'),
      adminCenter.ja.inRecord(
        `メールボックス ${mailbox}`,
        `${key === 'outgoingEmailStatus' ? 'outgoingEmailStatus: success、failure、not-run のいずれか' : 'enabledForOutgoingEmail: true または false'}(mailcheck test-mailbox ${mailbox} を実行すると両方が記録される)`,
      ),
    ],
  },
  sources: [productPages.mailboxTable, 'derived: the enabled flag and the status are separate columns'],
  examples: {
    bad: [
      { change: { mailboxes: { admin: { outgoingEmailStatus: undefined } } } },
      { change: { mailboxes: { admin: { enabledForOutgoingEmail: undefined } } } },
    ],
    good: [
      { change: { mailboxes: { admin: { outgoingEmailStatus: 'success', enabledForOutgoingEmail: true } } } },
      { change: { mailboxes: { admin: { outgoingEmailStatus: undefined } } }, purpose: 'test' },
    ],
  },
});
