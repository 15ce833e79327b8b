import type { ProblemDocument } from '@geoarchive/contract/problem.ts';
import type { Bilingual, Language } from '@geoarchive/domain/text.ts';

export type FieldProblem = { field: string; message: string };
type Kind = { status: number; title: Bilingual; remedy: Bilingual };

/** Every kind of problem an API answers with: stable name → status, title, what to do. */
const kinds = {
  'invalid-input': {
    status: 400,
    title: { zh: '输入有误', en: 'The input is not valid' },
    remedy: { zh: '请按字段提示修改后重试。', en: 'Correct the fields named and try again.' },
  },
  'not-signed-in': {
    status: 401,
    title: { zh: '未登录或登录已过期', en: 'Not signed in, or the sign-in has expired' },
    remedy: { zh: '请重新登录。', en: 'Sign in again.' },
  },
  forbidden: {
    status: 403,
    title: { zh: '没有权限', en: 'Not allowed' },
    remedy: {
      zh: '请使用有相应角色的账号，或联系管理员。',
      en: 'Use an account with the role needed, or ask your administrator.',
    },
  },
  'not-found': {
    status: 404,
    title: { zh: '未找到', en: 'Not found' },
    remedy: { zh: '请检查编号，或从列表重新进入。', en: 'Check the id, or start again from the list.' },
  },
  'no-such-route': {
    status: 404,
    title: { zh: '没有这个接口', en: 'There is no such route' },
    remedy: { zh: '请参阅 /api/openapi.json。', en: 'See /api/openapi.json.' },
  },
  'other-media': {
    status: 406,
    title: { zh: '不提供所要的内容类型', en: 'Not given in the type asked for' },
    remedy: {
      zh: '请在请求头 Accept 中把说明里的类型写在最前面。',
      en: 'Name the type that the detail says first in the Accept header.',
    },
  },
  'wrong-state': {
    status: 409,
    title: { zh: '当前状态不允许此操作', en: 'Not possible in its present state' },
    remedy: {
      zh: '请刷新页面，查看当前状态和可做的操作。',
      en: 'Reload the page to see its state and what can be done.',
    },
  },
  busy: {
    status: 409,
    title: { zh: '有人正在同时修改', en: 'Somebody else is changing it right now' },
    remedy: { zh: '请稍候几秒再试。', en: 'Try again in a few seconds.' },
  },
  stale: {
    status: 412,
    title: { zh: '内容已被他人修改', en: 'It was changed by somebody else meanwhile' },
    remedy: { zh: '请刷新后在新内容上修改。', en: 'Reload and make your change on what is there now.' },
  },
  'rule-broken': {
    status: 422,
    title: { zh: '不符合规定', en: 'A rule does not allow this' },
    remedy: { zh: '请按说明处理后再试。', en: 'Do what the detail says and try again.' },
  },
  'too-many': {
    status: 422,
    title: { zh: '超过上限', en: 'Over the limit' },
    remedy: {
      zh: '请分成多次汇交或打包后再登记。',
      en: 'Split it into several deposits, or pack small files together.',
    },
  },
  'too-often': {
    status: 429,
    title: { zh: '来件过于频繁', en: 'Too often' },
    remedy: { zh: '请明天再试，或直接联系馆藏机构。', en: 'Try again tomorrow, or contact the archive.' },
  },
  internal: {
    status: 500,
    title: { zh: '系统出错', en: 'Something broke on our side' },
    remedy: {
      zh: '已记录。请稍后重试；如仍出错，请把编号告诉管理员。',
      en: 'It is logged. Try again later; if it persists, give the number to the operator.',
    },
  },
} as const satisfies Record<string, Kind>;
export type ProblemKind = keyof typeof kinds;

/** Thrown by use cases; the router turns it into `application/problem+json`. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly detail: Bilingual | undefined;
  readonly fields: FieldProblem[];
  constructor(kind: ProblemKind, detail?: Bilingual, fields: FieldProblem[] = []) {
    super(detail?.en ?? kinds[kind].title.en);
    this.name = 'Problem';
    this.kind = kind;
    this.detail = detail;
    this.fields = fields;
  }
}

/** The document of RFC 9457 in the caller's language; `instance` is the request's id. */
export const problemDocument = (of: Problem, language: Language, instance: string): ProblemDocument => ({
  type: of.kind,
  title: kinds[of.kind].title[language],
  status: kinds[of.kind].status,
  remedy: kinds[of.kind].remedy[language],
  instance,
  ...(of.detail === undefined ? {} : { detail: of.detail[language] }),
  ...(of.fields.length === 0 ? {} : { fields: of.fields }),
});

/** The caller's language from Accept-Language; Chinese unless English is asked for first. */
export const languageOf = (accept: string | undefined): Language =>
  accept?.trim().toLowerCase().startsWith('en') ? 'en' : 'zh';
