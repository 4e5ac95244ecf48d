/**
 * Words of the help form's frame and of its first question, which is asked before anything else is loaded. `{…}` is a
 * gap. A federation replaces a text by its key (`words` of its form).
 *
 * Keys: `<answer>-legend` is a question, `<answer>-hint` what is said below it, `<answer>-<value>` a choice and
 * `<answer>-<value>-hint` what is said below that, `<answer>-<code>` a fault that needs words of its own.
 */
export const words = {
  progress: '第 {n} 步，共 {count} 步',
  continue: '继续',
  back: '上一步',
  'error-title': '还有地方要改一下',
  'error-prefix': '请注意：',
  'fault-choose': '请选一个：{question}',
  'fault-other': '请再看一看：{question}',

  'safety-title': '先记住怎样立即离开',
  'safety-touch': '有人过来，就点“立即离开”，填的内容会清空。',
  'safety-keys': '用电脑时，连按两次 Esc 键或三次 Shift 键也行。',
  'safety-history': '这个网页的地址会留在浏览记录里，我们删不掉。',

  'emergency-title': '先保护好自己，现在就打电话',
  'emergency-110': '报警',
  'emergency-120': '急救',
  'emergency-12338': '妇女维权热线',
  'hotline-now': '等不及，就直接打电话：',

  'danger-legend': '现在有人有危险吗？',
  'danger-hint': '您自己、孩子、别人，都算。',
  'danger-yes': '有，现在就有危险',
  'danger-no': '现在没有',
  'danger-unknown': '说不准',

  loading: '正在打开，请稍等…',
  'load-failed': '后面的问题没有打开',
  'load-failed-offline': '手机好像没有连上网。连上了还打不开，就重新打开这个网页。',
  'load-failed-service': '妇联的系统现在用不了。',
  'load-failed-kept': '您填的都还在，什么也没有发出去。',
  retry: '再试一次',

  closed: '这一页已经清空。',
  'open-again': '重新打开',
} as const;
