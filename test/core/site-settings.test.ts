// How the portal reads a site setting: its time spans, its duplicates, its defaults.

import { describe, expect, test } from 'vitest';
import { isNotRecorded, siteSettings } from '../../src/core/delivery/site-settings.ts';
import { settingNamed, settings } from '../../src/core/delivery/settings/table.ts';
import {
  day,
  hour,
  minute,
  readsAsDays,
  readTimeSpan,
  timeSpanText,
  timeSpanWords,
} from '../../src/core/delivery/settings/time-span.ts';
import { meantBy } from '../../src/core/rules/setting-meant.ts';
import { recordsOf } from './records-of.ts';

describe('a time span', () => {
  test.each([
    ['5', 5 * day],
    ['00:05:00', 5 * minute],
    ['0:5', 5 * minute],
    [' 1.00:00:00 ', day],
    ['1:00:00:00', day],
    ['23:59', 23 * hour + 59 * minute],
    ['24:00:00', 24 * day],
    ['24:05:30', 24 * day + 5 * hour + 30 * minute],
    ['00:00:00.5', 500],
    ['-00:01:00', -minute],
    ['24:00', undefined],
    ['24:30:00', undefined],
    ['00:60:00', undefined],
    ['1.24:00:00', undefined],
    ['5 minutes', undefined],
    ['', undefined],
    ['10675200', undefined],
  ])('"%s" is %s milliseconds', (text, span) => {
    expect(readTimeSpan(text)).toBe(span);
  });

  test.each([
    ['5', true],
    ['24:00:00', true],
    ['0', false],
    ['1.00:00:00', false],
    ['2:00:00:00', false],
    ['00:05:00', false],
  ])('"%s" reads as days that may not be meant: %s', (text, days) => {
    expect(readsAsDays(text)).toBe(days);
  });

  test('is written so that it reads as itself', () => {
    for (const span of [0, 30_000, 5 * minute, day, 24 * day + hour, -minute])
      expect(readTimeSpan(timeSpanText(span))).toBe(span);
    expect(timeSpanText(day + 90 * minute)).toBe('1.01:30:00');
  });

  test('is said in both languages', () => {
    expect(timeSpanWords(day + 2 * hour, 'en')).toBe('1 day 2 hours');
    expect(timeSpanWords(day + 2 * hour, 'ja')).toBe('1日2時間');
    expect(timeSpanWords(0, 'en')).toBe('0 seconds');
  });
});

describe('what is in force', () => {
  const name = 'Authentication/TwoFactorCookie/ExpireTimeSpan';
  const of = (...rows: Record<string, unknown>[]) =>
    siteSettings(recordsOf({ siteSettings: rows.map((row) => ({ name, ...row })) }), undefined).get(name);

  test('the default, where there is no row', () => {
    expect(of()).toEqual({ value: 5 * minute, source: 'default' });
  });

  test('the first of two active rows', () => {
    const found = of(
      { id: 'a', value: '00:01:00', state: 'inactive' },
      { id: 'b', value: '00:02:00' },
      { id: 'c', value: '00:03:00' },
    );
    expect(found).toMatchObject({ value: 2 * minute, source: 'record', ignored: [{ because: 'second' }] });
  });

  test('the default, where the first row cannot be read: the second is not asked', () => {
    const found = of({ id: 'a', value: 'five' }, { id: 'b', value: '00:02:00' });
    expect(found).toMatchObject({
      value: 5 * minute,
      source: 'default',
      ignored: [{ because: 'not-readable' }, { because: 'second' }],
    });
  });

  test('unknown, where an environment variable supplies it', () => {
    const found = of({ source: 'environment-variable', environmentVariable: 'contoso_Cookie' });
    expect(isNotRecorded(found)).toBe(true);
    expect(found.environmentVariable).toBe('contoso_Cookie');
    expect(isNotRecorded(of({ source: 'environment-variable', environmentVariableValue: '00:05:00' }))).toBe(
      false,
    );
  });
});

describe('the table', () => {
  test('has no name twice, whatever the case', () => {
    const names = Object.keys(settings).map((name) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });

  test('knows a setting of a provider under its own name', () => {
    expect(settingNamed('Authentication/SAML2/Contoso/RegistrationEnabled')?.setting.type).toBe('boolean');
    expect(settingNamed('Authentication/SAML2/Contoso/ClientSecret')).toBeUndefined();
  });

  test('finds what was meant, and takes nothing of other areas for it', () => {
    expect(meantBy('Authentication/Registration/TwoFactorEnabeld')).toBe(
      'Authentication/Registration/TwoFactorEnabled',
    );
    expect(meantBy('Registration/TwoFactorEnabled')).toBe('Authentication/Registration/TwoFactorEnabled');
    for (const name of [
      'Search/Enabled',
      'HTTP/X-Frame-Options',
      'Authentication/OpenAuth/X/AuthenticationType',
    ])
      expect(meantBy(name)).toBeUndefined();
  });
});
