// Knows Dovecot 2.3's configuration for the tests: POP3, IMAP, LMTP for Postfix to deliver to, and the
// password check that Postfix asks. May not start anything.

import { join } from 'node:path';
import { issuer, scope } from './access-tokens.mjs';

/**
 * dovecot.conf. Dovecot takes a connection from an address to itself (127.0.0.1 to 127.0.0.1) for secured and
 * allows clear-text logins there; 127.0.0.2 is listened on to see them refused.
 */
export function dovecotConfiguration(known) {
  const { folder, ports, certificate, faults, hosts, loginPenalty, mechanisms, takesTokens } = known;
  const inFolder = (name) => join(folder, 'dovecot', name);
  return `
base_dir = ${inFolder('run')}
state_dir = ${inFolder('state')}
instance_name = mailcheck-test
log_path = ${inFolder('dovecot.log')}
protocols = pop3 imap lmtp
listen = ${Object.values(hosts).map(asAddress).join(', ')}
mail_location = maildir:${join(folder, 'mail')}/%n
mail_fsync = never
postmaster_address = postmaster@example.com
disable_plaintext_auth = yes
auth_mechanisms = ${mechanisms.join(' ').toLowerCase()}
${loginPenalty ? '' : withoutPenalty}ssl = yes
ssl_min_protocol = TLSv1.2
ssl_cert = <${certificate.certificate}
ssl_key = <${certificate.key}
${faults.map(faultyHost).join('')}local ${hosts.withoutTls} {
  ssl = no
}
local ${hosts.withoutUidplus} {
  protocol imap {
    imap_capability = IMAP4rev1 SASL-IR LITERAL+ IDLE
  }
}
${takesTokens ? tokenCheck(inFolder('tokens.conf')) : ''}passdb {
  driver = passwd-file
${takesTokens ? '  mechanisms = plain login\n' : ''}  args = scheme=PLAIN username_format=%u ${inFolder('passwords')}
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=${join(folder, 'mail')}/%n${takesTokens ? ' allow_all_users=yes' : ''}
}
first_valid_uid = 1
service pop3-login {
  inet_listener pop3 {
    port = ${ports.pop3}
  }
  inet_listener pop3s {
    port = ${ports.pop3s}
    ssl = yes
  }
}
service imap-login {
  inet_listener imap {
    port = ${ports.imap}
  }
  inet_listener imaps {
    port = ${ports.imaps}
    ssl = yes
  }
}
service auth {
  unix_listener ${inFolder('auth-postfix')} {
    mode = 0666
  }
}
service lmtp {
  unix_listener ${inFolder('lmtp')} {
    mode = 0666
  }
}
service stats {
  client_limit = 1000
}
`;
}

/** A refused login makes every later one from the same address wait: Dovecot's way with attackers, which tests are not. */
const withoutPenalty = `# Tests are not attackers. Half a second remains: Dovecot looks at its queue of refused logins that often.
auth_failure_delay = 0
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
`;

/**
 * Tokens are no passwords: each kind is looked up in its own place only. Whether a user exists cannot be told without a
 * token, so the userdb takes all; who has a mailbox is Postfix's business.
 */
function tokenCheck(file) {
  return `passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = ${file}
}
`;
}

/** dovecot-oauth2.conf.ext: a token is judged by its signature and claims alone, and nobody is asked about it. */
export function dovecotTokens({ folder }) {
  return `introspection_mode = local
local_validation_key_dict = fs:posix:prefix=${join(folder, 'dovecot', 'keys')}/
username_attribute = email
issuers = ${issuer}
scope = ${scope}
`;
}

/** The passwd-file: address and password in clear text, nothing else. */
export function dovecotPasswords(accounts) {
  return accounts.map(({ address, password }) => `${address}:{PLAIN}${password}\n`).join('');
}

function faultyHost({ host, certificate }) {
  return `local ${host} {
  ssl_cert = <${certificate.certificate}
  ssl_key = <${certificate.key}
}
`;
}

function asAddress(host) {
  return host === 'localhost' ? '127.0.0.1' : host;
}
