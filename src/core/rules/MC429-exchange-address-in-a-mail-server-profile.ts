// MC429: a POP3, IMAP or SMTP profile points to Exchange Web Services, or an Exchange profile to a mail server of these.

import { adminCenter } from './admin-center.ts';
import {
  directionWords,
  isExchangeAddress,
  isMailServerHost,
  nameOf,
  placeOfLocation,
  serverTypeWords,
  sidesOf,
} from './profile-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC429',
  subject: 'profile',
  stage: 'profile',
  severity: 'error',
  check: (facts) => {
    const { serverType, exchange } = facts.effective;
    if (serverType === undefined) return [];
    return sidesOf(facts)
      .filter(({ side }) => (exchange ? isMailServerHost(side.host) : isExchangeAddress(side.host)))
      .map(({ direction, side }) => ({
        params: {
          profile: nameOf(facts),
          direction,
          exchange,
          type: serverTypeWords[serverType],
          location: side.host ?? '',
        },
        where: placeOfLocation(facts, direction),
      }));
  },
  en: {
    title: 'Exchange and a mail server cannot be mixed in one profile',
    why: 'A profile is for one kind of server: Exchange for both directions, or POP3 or IMAP with SMTP. Mixes such as "Exchange/SMTP" or "POP3/Exchange" are not supported.',
    message: ({ profile, direction, type, exchange, location }) =>
      `The server profile "${profile}" is of the type ${type}, but its ${directionWords.en[direction]} location ${location} is ${exchange ? 'a mail server of POP3, IMAP or SMTP' : 'an address of Exchange Web Services'}.`,
    fix: ({ profile, direction, exchange }) => [
      adminCenter.en.inProfile(
        profile,
        exchange
          ? `write the address of the Exchange server for ${directionWords.en[direction]} mail, like https://mail.example.com/EWS/Exchange.asmx, and save; for a mail server create a profile of the type "Other (POP3/SMTP)".`
          : `write the name of the ${directionWords.en[direction]} mail server, like mail.example.com, and save; for Exchange create a profile of the type "Exchange Server (Hybrid)" or use "Microsoft Exchange Online".`,
      ),
    ],
  },
  ja: {
    title: '1つのプロファイルにExchangeとほかのメールサーバーは混在できません',
    why: 'プロファイルは1種類のサーバーを対象とします。送受信ともExchangeにするか、POP3またはIMAPとSMTPの組み合わせにします。「Exchange/SMTP」や「POP3/Exchange」のような混在はサポートされていません。',
    message: ({ profile, direction, type, exchange, location }) =>
      `サーバー プロファイル「${profile}」の種類は${type}ですが、「${directionWords.ja[direction]}サーバーの位置」の ${location} は${exchange ? 'POP3、IMAP、SMTPのメールサーバー' : 'Exchange WebサービスのURL'}です。`,
    fix: ({ profile, direction, exchange }) => [
      adminCenter.ja.inProfile(
        profile,
        exchange
          ? `「${directionWords.ja[direction]}サーバーの位置」をExchangeサーバーのURL(https://mail.example.com/EWS/Exchange.asmx など)にして保存する。メールサーバーを使う場合は、種類がPOP3/SMTPのプロファイルを新しく作る。`
          : `「${directionWords.ja[direction]}サーバーの位置」をメールサーバーのホスト名(mail.example.com など)にして保存する。Exchangeを使う場合は、種類が「Exchange Server (Hybrid)」のプロファイルを作るか、「Microsoft Exchange Online」を使う。`,
      ),
    ],
  },
  sources: [
    'https://learn.microsoft.com/troubleshoot/power-platform/dataverse/email-exchange-synchronization/troubleshooting-monitoring-server-side-synchronization',
  ],
  examples: {
    bad: [
      {
        change: {
          profiles: { contoso: { outgoingServerLocation: 'https://mail.example.com/EWS/Exchange.asmx' } },
        },
      },
      {
        change: {
          profiles: {
            contoso: {
              serverType: 'exchange-server',
              incomingServerLocation: 'https://mail.example.com/EWS/Exchange.asmx',
            },
          },
        },
      },
    ],
    good: [
      {},
      {
        change: {
          profiles: {
            contoso: {
              serverType: 'exchange-server',
              incomingServerLocation: 'https://mail.example.com/EWS/Exchange.asmx',
              outgoingServerLocation: 'https://mail.example.com/EWS/Exchange.asmx',
            },
          },
        },
      },
    ],
  },
});
