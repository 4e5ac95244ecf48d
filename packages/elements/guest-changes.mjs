/**
 * What is changed in Lit to make it a good guest, by file. Each change must find its place, so that a new version of Lit
 * cannot slip through.
 */
export const guestChanges = {
  // No list of versions on `window`, no hooks for polyfills that we do not ship.
  'lit-html.js': [
    [/\((\w+)\.litHtmlVersions\?\?=\[\]\)\.push\("[^"]+"\)/, '0'],
    // The policy must not end our script where the page, or another copy of us, has one of that name: then `fulian-kit`. Where one is
    // to be expected, `fulian-kit` at once: a name that is taken is a violation, which a page may count.
    [
      /(\w+)\?\1\.createPolicy\("lit-html",(\{createHTML:\w+=>\w+\})\):void 0/,
      '$1?(rules=>{for(const name of window.litHtmlVersions||customElements.get("fl-quick-exit")?["fulian-kit","lit-html"]:["lit-html","fulian-kit"])try{return $1.createPolicy(name,rules)}catch(_){}})($2):void 0',
    ],
    [/,(\w+)=\w+\.litHtmlPolyfillSupport;\1\?\.\(\w+,\w+\),/, ';'],
    // No templates of bare SVG or MathML (`<svg>` inside `html` needs none), and no values inside comments.
    [/2===\w\?"<svg>":3===\w\?"<math>":""/, '""'],
    [/\+\(2===\w\?"<\/svg>":3===\w\?"<\/math>":""\)/, ''],
    [/if\((this\.el=[^{]*?),2===(\w)\|\|3===\2\)\{.*?\}(?=for)/, '$1;'],
    // Parts know nothing about themselves that only directives would ask.
    [/get startNode\(\)\{.*?\}get endNode\(\)\{.*?\}/, ''],
    [/get tagName\(\)\{.*?\}/, ''],
    // No directives, and so no parts that stand for an element.
    [/function \w\(t,i,s=t,e\)\{if\(i===\w\)return i;let h=.*?,h,e\)\),i\}(?=class)/, ''],
    [/t=\w\(this,t,i\),(?=\w\(t\)\?t===)/, ''],
    [/t=\w\(this,t,i,0\),(?=\w=!\w\(t\))/, ''],
    [/r=\w\(this,e\[s\+n\],i,n\)/, 'r=e[s+n]'],
    [/\(t=\w\(this,t,i,0\)\?\?(\w)\)/, '(t=t??$1)'],
    [/class \w\{constructor\(t,i,s\)\{this\.element=t,this\.type=6,.*?\w\(this,t\)\}\}/, ''],
    [/,V:\w(,I:.*?),F:\w\}/, '$1}'],
    [/:6===r\.type&&\(i=new \w\(h,this,t\)\)/, ':0'],
    [/else t\.startsWith\(\w\)&&\(\w\.push\(\{type:6,index:\w\}\),\w\.removeAttribute\(t\)\)/, ''],
    // What only tells its makers' compiler something.
    [/const (\w)=\w\(t\)\.nextSibling;\w\(t\)\.remove/, 'const $1=t.nextSibling;t.remove'],
    [/if\((\w\.data===\w)\)(\w\.push\([^)]*\));else\{let .*?length-1\}/, '$1&&$2;'],
  ],
  'lit-element.js': [
    [/\((\w+)\.litElementVersions\?\?=\[\]\)\.push\("[^"]+"\)/, '0'],
    [/,\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w+\}\)(?=;)/, ''],
    [/const (\w+)=\w+\.litElementPolyfillSupport;\1\?\.\(\{LitElement:\w+\}\);/, ''],
  ],
  'reactive-element.js': [
    // No initializers of other libraries' decorators.
    [/static addInitializer\(\w+\)\{this\._\$Ei\(\),\(this\.l\?\?=\[\]\)\.push\(\w+\)\}/, ''],
    [/,this\.constructor\.l\?\.forEach\(\w+=>\w+\(this\)\)/, ''],
    [/,void 0!==\w+\.l&&\(this\.l=\[\.\.\.\w+\.l\]\)/, ''],
    [/\((\w+)\.reactiveElementVersions\?\?=\[\]\)\.push\("[^"]+"\)/, '0'],
    [/,(\w+)=\w+\.reactiveElementPolyfillSupport(?=,)/, ''],
    [/,\w+\?\.\(\{ReactiveElement:\w+\}\),/, ','],
    // No metadata of standard decorators, which nobody here uses, on `Symbol` and `window`.
    [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/, ''],
    // No `useDefault`, and no controller that goes before its element does.
    [
      /\{useDefault:\w,reflect:(\w),wrapped:\w\},\w\)\{.*?\)\|\|\((this\..*?)\|\|\w\|\|(.*?add\(t\))\)\}/,
      '{reflect:$1}){$2||$3}',
    ],
    [/!\((\(\w\.hasChanged\?\?\w\)\(\w,\w\))\|\|\w\.useDefault.*?\)\)\)\)return/, '!$1)return'],
    [/const (\w)=(\w\.fromAttribute\(\w,\w\.type\));(this\[\w\])=\1\?\?this\._\$Ej\?\.get\(\w\)\?\?\1/, '$3=$2'],
    [/removeController\(\w\)\{.*?\}/, ''],
    // No accessors of our own under a declared property, and no converters but the two for words and flags.
    [/const (\w)=this\.constructor\.elementProperties;if\(\1\.size>0\)for\(.*?\)\}(?=\}let)/, ''],
    [/this\.prototype\.hasOwnProperty\(\w\)&&\(\((\w)=Object\.create\(\1\)\)\.wrapped=!0\),/, ''],
    [/"function"==typeof \w\.converter\?.*?\.converter:(?=\w;)/, ''],
    [/\(void 0!==\w\.converter\?\.toAttribute\?\w\.converter:(\w)\)/, '$1'],
    // What only tells its makers' compiler something.
    [/\w\(("elementProperties"|"finalized"|"properties")\)/g, '$1'],
    [/const (\w+)=this\[Symbol\.metadata\];if\(null!==\1\)\{.*?\}(?=this\._\$Eh=)/, ''],
  ],
  // Adopted style sheets are looked for on the document and not on `Document.prototype`, which MooTools replaces; Lit would
  // fall back to `<style>`, which the policy of the page blocks.
  'css-tag.js': [
    ['"adoptedStyleSheets"in Document.prototype', '"adoptedStyleSheets"in document'],
    // Styles with values in them are put together by a loop: Prototype 1.6 has a `reduce` of its own.
    [
      /(\w)\.reduce\(\(\w,(\w),(\w)\)=>\w\+(\(\w=>\{.*?\}\))\(\2\)\+(\w)\[\3\+1\],\5\[0\]\)/,
      '(values=>{let text=$5[0];for(let at=0;at<values.length;at++)text+=$4(values[at])+$5[at+1];return text})($1)',
    ],
    // Where there are none (Chromium 72, Safari before 16.4), a policy by nonce lets `<style>` through that has the page's own nonce.
    [/(\w+)=(\w+\.litNonce);void 0!==\1&&/, '$1=$2||(document.querySelector("[nonce]")||{}).nonce;$1&&'],
    // No sheets made by others, which it would read rule by rule.
    [/(\w+)\?(\w+=>\w+):\w+=>\w+ instanceof CSSStyleSheet\?\(.*?\)\(\w+\):\w+(?=;)/, '$2'],
    // Hints for developers, who work with the source.
    [/"CSSResult is not constructable[^"]+"/, ''],
    [/"Value passed to 'css' function [^"]+"\+\w+\+"[^"]+"/, ''],
  ],
};
