// What users of mail tools ask of a session's diagnosis, each by its number in the list of asks (covered.test.ts): the code, the
// words that matter in both languages, and who has to act.

import { describe, expect, test } from 'vitest';
import type { Alternative } from '../../src/core/mail/alternative.ts';
import { knownReply } from '../../src/core/mail/server-replies/known-reply.ts';
import { sessionThat } from '../../src/core/rules/session-example.ts';
import { tokenThat } from '../../src/core/rules/token-example.ts';
import { inOrder, ofSession, refused } from './findings.ts';

const exchange = { host: 'smtp.office365.com' };
const exchangeImap = { protocol: 'imap', host: 'outlook.office365.com', port: 993 } as const;
const google = {
  authority: 'google',
  grant: 'refresh-token',
  url: 'https://oauth2.googleapis.com/token',
} as const;

describe('a password that Exchange Online refuses', () => {
  test('#4 SMTP AUTH is off for the tenant: the command that allows it for one mailbox', () => {
    const text = 'Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.';
    const said = ofSession(sessionThat({ login: refused('535', '5.7.139', text) }, exchange));
    expect(said).toMatchObject({ code: 'MC517', who: expect.arrayContaining(['tenant-administrator']) });
    const command = 'Set-CASMailbox -Identity admin@example.com -SmtpClientAuthenticationDisabled $false';
    expect(said.en).toContain(command);
    expect(said.ja).toContain(command);
  });

  test('#5 basic authentication is off: another way to sign in, and no app password', () => {
    const text = 'Authentication unsuccessful, basic authentication is disabled.';
    const said = ofSession(sessionThat({ login: refused('535', '5.7.139', text) }, exchange));
    expect(said).toMatchObject({ code: 'MC517', who: ['system-administrator', 'system-administrator'] });
    expect(said.en).toContain('does not take passwords here any more');
    expect(said.en).toContain('"Microsoft Exchange Online", which signs in without a password');
    expect(said.ja).toContain('パスワードを受け付けません');
    expect(said.en + said.ja).not.toMatch(/app password|アプリ パスワード/);
  });

  test.each([
    ['5.7.3', 'Authentication unsuccessful'],
    ['5.7.139', 'Authentication unsuccessful, the request did not meet the criteria to be authenticated.'],
  ])('#7 works here and fails there (%s): the same login from another network', (status, text) => {
    const said = ofSession(sessionThat({ login: refused('535', status, text) }, exchange));
    expect(said).toMatchObject({ code: 'MC517', who: expect.arrayContaining(['mailcheck-user']) });
    expect(said.en).toContain('Try the same login from another network.');
    expect(said.en).toContain('shows the IP address that it came from');
    expect(said.ja).toContain('別のネットワークから同じログインを試す');
    expect(said.ja).toContain('接続元のIPアドレス');
  });

  test('#41 the words of a wrong password are those of throttling: wait before anybody changes it', () => {
    const text = 'Logon failure: unknown user name or bad password.';
    const said = ofSession(
      sessionThat(
        { login: refused('-ERR', undefined, text) },
        { protocol: 'pop3', host: 'outlook.office365.com' },
      ),
    );
    expect(said.code).toBe('MC517');
    expect(inOrder(said.en, 'when it throttles', 'has worked before', 'half an hour')).toBe(true);
    expect(inOrder(said.ja, '接続が多すぎるとき', '以前はログインできていた', '30分')).toBe(true);
  });

  test('#43 IMAP off, basic authentication off and a bad password say the same: all three are listed', () => {
    const said = ofSession(sessionThat({ login: refused('NO', undefined, 'LOGIN failed.') }, exchangeImap));
    expect(said).toMatchObject({ code: 'MC517', who: expect.arrayContaining(['tenant-administrator']) });
    expect(said.en).toContain(
      'a wrong password, to IMAP that is off, and to basic authentication that is off',
    );
    expect(said.ja).toContain('パスワードの誤りでも、IMAPが無効でも、基本認証が無効でも');
  });
});

describe('other providers', () => {
  test.each(['imap.mail.yahoo.com', 'imap.aol.com'])('#16 Yahoo and AOL want an app password: %s', (host) => {
    const reply = refused('NO', 'AUTHENTICATIONFAILED', '[AUTHENTICATIONFAILED] Invalid credentials');
    const said = ofSession(sessionThat({ login: reply }, { protocol: 'imap', host, port: 993 }));
    expect(said).toMatchObject({ code: 'MC517', who: expect.arrayContaining(['mailbox-user']) });
    expect(said.en).toContain('create an app password for mail');
    expect(said.ja).toContain('アプリ パスワードを作る');
  });

  test('#17 GMX and Web.de: POP3 and IMAP are off by default, and again after disuse', () => {
    for (const host of ['pop.gmx.net', 'pop3.web.de']) {
      const reply = refused('-ERR', undefined, 'authentication failed');
      const said = ofSession(sessionThat({ login: reply }, { protocol: 'pop3', host }));
      expect(said.code).toBe('MC517');
      expect(said.en).toContain('switch on "POP3/IMAP" in the mail settings');
      expect(said.en).toContain('may have been switched off again');
      expect(said.ja).toContain('再び無効にされている可能性');
    }
  });

  test('#18 Gmail: an app password, a browser, or OAuth where there are no app passwords', () => {
    const said = (status: string, text: string) =>
      ofSession(sessionThat({ login: refused('534', status, text) }, { host: 'smtp.gmail.com' }));
    const wanted = said('5.7.9', 'Application-specific password required.');
    expect(wanted).toMatchObject({ code: 'MC517', who: expect.arrayContaining(['mailbox-user']) });
    expect(wanted.en).toContain('https://myaccount.google.com/apppasswords');
    expect(wanted.en).toContain('Google Workspace does not allow them');
    const browser = said('5.7.14', 'Please log in via your web browser and then try again.');
    expect(browser.code).toBe('MC517');
    expect(browser.en).toContain('in a browser and confirm the security prompt');
    expect(browser.ja).toContain('ブラウザ');
  });

  test('#44 the words of a reply are compared whatever their case and spaces, and by vendor', () => {
    const id = (text: string, host: string) =>
      knownReply({ host, step: 'login', protocol: 'imap', reply: { code: 'NO', text } })?.id;
    expect(id('login   FAILED.', 'outlook.office365.com')).toBe('exchange-login-failed');
    expect(id('LOGIN failed.', 'mail.example.com')).toBeUndefined();
    expect(id('please LOG IN via  your web browser', 'imap.gmail.com')).toBe('gmail-web-login');
  });
});

describe('TLS', () => {
  test('#10 "wrong version number" on 587: it starts in clear text and is upgraded', () => {
    const tls = { outcome: 'failed', error: 'ERR_SSL_WRONG_VERSION_NUMBER', message: 'wrong version number' };
    const said = ofSession(
      sessionThat({ tls: { ...tls, outcome: 'failed' } }, { tls: 'implicit', answersTo: 'starttls' }),
    );
    expect(said).toMatchObject({ code: 'MC505', who: expect.arrayContaining(['records-keeper']) });
    expect(said.en).toContain('outgoingTls: starttls');
    expect(said.ja).toContain('STARTTLSに対応しています');
  });

  test.each([
    ['CN=Avast Web/Mail Shield Root', true],
    ['CN=Example Mail CA', false],
  ])('#12 a self-signed certificate in the chain, by %s: a scanner on the way: %s', (issuer, scanner) => {
    const subject = 'CN=smtp.example.com';
    const [validFrom, validTo] = ['2026-11-01T00:00:00Z', '2027-01-30T00:00:00Z'];
    const certificate = { subject, issuer, names: [], validFrom, validTo, fingerprint256: '' };
    const tls = { outcome: 'rejected', reason: 'certificate-untrusted' } as const;
    const said = ofSession(sessionThat({ tls }, { certificate }));
    expect(said.code).toBe('MC510');
    expect(said.en).toContain(`issuer: ${issuer}`);
    expect(said.en.includes('virus scanner or proxy on the way')).toBe(scanner);
    expect(said.ja.includes('ウイルス対策ソフトかプロキシ')).toBe(scanner);
    expect(said.who.includes('network-administrator')).toBe(scanner);
    expect(said.en).toContain('add --ca-file FILE (PEM)');
  });
});

describe('logged in, and yet', () => {
  test('#13 "authenticated but not connected": login is not access, and whose token it has to be', () => {
    const inbox = refused('BAD', undefined, 'User is authenticated but not connected.');
    const said = ofSession(sessionThat({ inbox }, exchangeImap));
    expect(said).toMatchObject({ code: 'MC520', who: expect.arrayContaining(['tenant-administrator']) });
    const order = ['-ImapEnabled $true', 'shared mailbox', 'access token', 'New-ServicePrincipal'];
    expect(inOrder(said.en, ...order)).toBe(true);
    expect(inOrder(said.ja, '-ImapEnabled $true', '共有メールボックス', 'アクセス トークン')).toBe(true);
  });

  test('#14 "command failed" is never all: the step, the code and the words of the server', () => {
    const inbox = refused('NO', 'NOPERM', '[NOPERM] Permission denied here');
    const said = ofSession(sessionThat({ inbox }, { protocol: 'imap', host: 'imap.example.com', port: 993 }));
    expect(said.code).toBe('MC520');
    expect(said.en).toContain('refused to open the inbox');
    for (const words of [said.en, said.ja]) expect(words).toContain('NO [NOPERM] Permission denied here');
  });

  test('#29 SendAsDenied comes only after the message: seen with a real one, at its own step', () => {
    const text = 'SendAsDenied; relay@example.com not allowed to send as admin@example.com';
    const said = ofSession(sessionThat({ queued: refused('554', '5.2.252', text) }, exchange));
    expect(said).toMatchObject({ code: 'MC534', who: expect.arrayContaining(['tenant-administrator']) });
    expect(said.en).toContain('does not let relay@example.com send as admin@example.com');
    expect(said.en).toContain('-Trustee relay@example.com -AccessRights SendAs');
    expect(said.ja).toContain('メールボックス所有者として送信する');
  });

  test('#31 "client was not authenticated" at MAIL FROM is no success of the login', () => {
    const text = 'Client was not authenticated to send anonymous mail during MAIL FROM';
    const said = ofSession(sessionThat({ sender: refused('530', '5.7.57', text) }, exchange));
    expect(said).toMatchObject({ code: 'MC521', severity: 'error' });
    expect(said.en).toContain('The login was accepted, and yet the server asks for one');
    expect(said.ja).toContain('それでもログインを求められました');
  });

  test('#38 the words of the server, always, and our reading of them beside', () => {
    const own = 'Frobnication of the mailbox is not permitted';
    for (const step of ['login', 'sender', 'recipient', 'queued'] as const) {
      const said = ofSession(sessionThat({ [step]: refused('550', '5.7.1', own) }));
      for (const words of [said.en, said.ja]) expect(words).toContain(own);
      expect(said.who.length).toBeGreaterThan(1);
    }
  });
});

describe('tokens', () => {
  test('#19 invalid_grant: all causes, in the order in which to look', () => {
    const said = ofSession(
      tokenThat(refused('invalid_grant', undefined, 'Token has been expired or revoked.'), google),
    );
    expect(said).toMatchObject({ code: 'MC544', who: expect.arrayContaining(['mailbox-user']) });
    const causes = ['seven days', 'six months', 'changed Google password', 'taken away', '100 newer tokens'];
    expect(inOrder(said.en, ...causes)).toBe(true);
    expect(inOrder(said.ja, '7日', '6か月', 'パスワードの変更', '削除', '100個')).toBe(true);
  });

  test('#22 AADSTS700082: unused for 90 days, sign in again, or as an application', () => {
    const text = 'The refresh token has expired due to inactivity.';
    const said = ofSession(tokenThat(refused('invalid_grant', 'AADSTS700082', text)));
    expect(said).toMatchObject({ code: 'MC544', who: expect.arrayContaining(['mailbox-user']) });
    expect(inOrder(said.en, '90 days', 'Sign in again', 'Or sign in as the application')).toBe(true);
    expect(inOrder(said.ja, '90日間', 'もう一度サインイン', 'または')).toBe(true);
  });

  test('#23 an application: permission, consent, service principal by its enterprise object, mailbox', () => {
    const asked = tokenThat({ outcome: 'ok' }, { grant: 'client-credentials' }).tokenAsked;
    const facts = { ...exchangeImap, mechanismUsed: 'XOAUTH2', ...(asked && { tokenAsked: asked }) };
    const login = refused('NO', undefined, 'AUTHENTICATE failed.');
    const said = ofSession(sessionThat({ login }, facts));
    expect(said).toMatchObject({
      code: 'MC533',
      who: expect.arrayContaining(['entra-administrator', 'tenant-administrator']),
    });
    const order = [
      'IMAP.AccessAsApp',
      'Grant admin consent',
      'New-ServicePrincipal',
      'Add-MailboxPermission',
    ];
    expect(inOrder(said.en, ...order)).toBe(true);
    expect(said.en).toContain('object id of "Enterprise applications", not of "App registrations"');
    expect(said.ja).toContain('エンタープライズ アプリケーション');
  });
});

describe('networks and limits', () => {
  const silent = { outcome: 'timed-out', afterMilliseconds: 5_000, receivedBytes: 0 } as const;
  const works: Alternative = { port: 587, tls: 'starttls', outcome: 'works', mechanisms: ['PLAIN'] };

  test('#25 no answer on one port while another of the host answers: blocked here, not a server that is down', () => {
    const said = ofSession(sessionThat({ connect: silent }, { port: 25, alternatives: [works] }));
    expect(said.code).toBe('MC504');
    expect(said.who[0]).toBe('network-administrator');
    expect(said.en).toContain('port 25 alone is blocked on the way from here');
    expect(said.ja).toContain('途中で塞がれている');
    const nothing = { ...works, outcome: 'no-answer' } as const;
    const down = ofSession(sessionThat({ connect: silent }, { port: 25, alternatives: [nothing] }));
    expect(down.en).toContain('Nothing on this host answers from here');
    expect(down.en).not.toContain('blocked');
  });

  test('#27 too many connections of one account: three at once, leftover ones count, later is not never', () => {
    const login = refused('432', '4.3.2', 'STOREDRV.ClientSubmit; Concurrent connections limit exceeded.');
    const said = ofSession(sessionThat({ login }, exchange));
    expect(said.code).toBe('MC518');
    expect(said.en).toContain('More than three connections');
    expect(said.en).toContain('left open count as well');
    expect(said.en).toContain('the status in the record stays as it is');
    expect(said.ja).toContain('同時に4つ以上の接続');
  });

  test('#28 per minute is a delay, per day a refusal that outlasts some minutes', () => {
    const text = 'STOREDRV.Submission.Exception:SubmissionQuotaExceededException; Failed';
    const said = ofSession(sessionThat({ queued: refused('554', '5.2.0', text) }, exchange));
    expect(said).toMatchObject({ code: 'MC524', who: expect.arrayContaining(['mailbox-user']) });
    expect(said.en).toContain('The limit per minute (30 messages) is another one: it only delays');
    expect(inOrder(said.en, 'may send again after up to 24 hours', 'Wait for up to 24 hours')).toBe(true);
    expect(inOrder(said.ja, '最長24時間で再び送信', '最長24時間待って')).toBe(true);
    const busy = ofSession(sessionThat({ queued: refused('451', '4.3.0', 'Busy') }, exchange));
    expect(busy.en).toContain('Wait a few minutes');
  });
});
