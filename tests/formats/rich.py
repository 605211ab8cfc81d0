"""Samples with all that their formats have: plurals, contexts, comments, entities, nesting."""

# ruff: noqa: E501 - files as they are, whatever the length of their lines

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A valid file by its name; ``beside`` is the name of its source, empty for one in two."""

    name: str
    text: str
    beside: str = ""
    source: str = ""


_PO = r"""# Translators of the file.
#
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: x 1\n"
"Language: pt_BR\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"

# A translator.
#. Extracted, max 20.
#: a/b.py:10 c.py:3
#, c-format, max-length:40
#| msgctxt "old"
#| msgid "Old %d"
msgctxt "menu|file"
msgid "Copied %d of %s\n"
msgstr "Copiou %d de %s\n"

#, python-brace-format
msgid "{n} file \"{name}\""
msgid_plural "{n} files"
msgstr[0] "{n} arquivo “{name}”"
msgstr[1] ""
"{n} "
"arquivos\t\x41\101\\"

#, fuzzy, no-wrap
msgid "&Open <b>all</b>…"
msgstr "&Abrir <b>tudo</b>…"

msgid "empty"
msgstr ""

#~ msgctxt "gone"
#~ msgid "Gone"
#~ msgid_plural "Gones"
#~ msgstr[0] "Ido"
#~ msgstr[1] "Idos"
"""
_XLIFF1 = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- a comment --><?tool data?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:m="urn:m">
<file original="a.html" source-language="en" target-language="pt-BR" datatype="html"><header>
<note>n</note><m:x a="1"/></header><body><group id="g" resname="menu"><group>
<trans-unit id="1" resname="save" maxwidth="30" size-unit="char" approved="yes" xml:space="preserve">
<source>Save <g id="1">all <x id="2"/></g> &#38; <bpt id="3">&lt;b></bpt>go<ept id="3">&lt;/b></ept>
</source><seg-source><mrk mid="0" mtype="seg">Save</mrk></seg-source>
<target state="translated"><![CDATA[Salve <tudo> & ]]><g id="1">tudo <x id="2"/></g> &#x26; vá</target>
<note from="dev" priority="1">transcheck: allow all-caps</note><alt-trans><target>x</target></alt-trans>
</trans-unit></group>
<trans-unit id="2" translate="no"><source>OK</source><target state="final">OK</target></trans-unit>
<bin-unit id="b" mime-type="x"><bin-source><internal-file>QQ==</internal-file></bin-source></bin-unit>
<trans-unit id="3"><source>No target</source></trans-unit></group></body></file>
<file original="b" source-language="en" target-language="de" datatype="x"><body>
<trans-unit id="1"><source>Yes</source><target state="needs-translation">Ja</target></trans-unit>
</body></file></xliff>
"""
_XLIFF2 = """<?xml version="1.0"?>
<xliff version="2.1" srcLang="en" trgLang="pt" xmlns="urn:oasis:names:tc:xliff:document:2.0"
 xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0" xmlns:its="http://www.w3.org/2005/11/its">
<file id="f"><skeleton href="s"/><notes><note>file</note></notes><group id="g">
<unit id="u1" name="save" slr:sizeRestriction="0,40"><notes><note id="n1" category="dev">n</note>
<note category="transcheck">glued-words: x</note></notes>
<originalData><data id="d1">&lt;b&gt;</data><data id="d2">&lt;/b&gt;</data></originalData>
<segment id="s1" state="final"><source>One <pc id="1" dataRefStart="d1">big</pc> <ph id="2"/>.</source>
<target>Um <pc id="1">grande</pc> <ph id="2"/>. <mrk id="m" translate="no">X</mrk></target></segment>
<ignorable><source> </source></ignorable>
<segment state="initial"><source>Two <sc id="3"/>more<ec startRef="3"/>.</source><target>
<sm id="m2"/>Mais <cp hex="001B"/>dois<em startRef="m2"/>.</target></segment></unit>
<unit id="u2" translate="no"><segment><source>OK</source><target>OK</target></segment></unit>
</group></file></xliff>
"""
_TMX = """<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="*all*" datatype="plaintext"><note>h</note></header><body>
<tu tuid="k" srclang="en"><note>n</note><prop type="x">p</prop>
<tuv xml:lang="en-US"><seg>Save <bpt i="1" x="1">&lt;b></bpt>all<ept i="1">&lt;/b></ept>&#160;!</seg></tuv>
<tuv xml:lang="pt-BR"><seg><![CDATA[Salve <]]><hi>tudo</hi><it pos="begin">&lt;br></it> !</seg></tuv>
<tuv xml:lang="de"><seg>Alles sichern</seg></tuv></tu>
<tu><tuv lang="en"><seg/></tuv><tuv lang="pt"><seg>vazio</seg></tuv></tu></body></tmx>
"""
_QT = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en"><context encoding="UTF-8"><name>Main</name>
<comment>c</comment>
<message id="m1" numerus="yes"><location filename="a.cpp" line="+3"/><source>%n file(s) of %1</source>
<comment>dis</comment><extracomment>e</extracomment><translatorcomment>t</translatorcomment>
<translation type="unfinished"><numerusform>%n arquivo de %1</numerusform><numerusform/></translation>
</message><message><oldsource>x</oldsource><source>A &amp;File<byte value="x1f"/></source>
<translation><lengthvariant>&amp;Arquivo longo</lengthvariant></translation></message>
<message><source>gone</source><translation type="vanished">ido</translation></message></context>
<context><name/><message><source>é "q"</source><translation>é 'q'</translation></message></context></TS>
"""
_ANDROID = """<?xml version="1.0" encoding="utf-8"?>
<!-- Strings. --><resources xmlns:xliff="urn:oasis:names:tc:xliff:document:1.2"
 xmlns:tools="http://schemas.android.com/tools" tools:locale="pt">
<string name="k">Olá, <xliff:g id="n" example="Ana">%1$s</xliff:g>! <b>Vá</b> <![CDATA[<i>já</i>]]></string>
<string name="q">"  espaços  "\\u00e9 \\n\\t\\'aspas\\' \\"x\\" \\@a &#8230; &lt;</string>
<string name="off" translatable="false">OK</string>
<string-array name="a"><item>um</item><item>"do  is"</item><item/></string-array>
<plurals name="p"><item quantity="one">%d arquivo</item><item quantity="many">%d de</item>
<item quantity="other">%d arquivos</item></plurals>
<integer name="i">3</integer><eat-comment/></resources>
"""
_STRINGS = """/* A note:
   two lines. */
"k" = "Salve \\"tudo\\"\\n\\U00e9 \\u00e9 %1$@ de %2$d";
// line comment
"with = sign; and /* no comment */" = "sim";
bare_key = "x \\
y";
"%#@n@" = "%#@n@";
"é" = "";
"""
_PROPERTIES = """# comment
! other comment
k = Salve {0} '' '{'x'}' \\u00e9\\t\\
    e continue \\
    ainda
a\\ key\\:with\\=signs: valor
empty=
flag
tab\tvalor
unicode.\\u0061=\\uD83D\\uDE00
"""
_RESX = """<?xml version="1.0" encoding="utf-8"?><root>
<xsd:schema id="root" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><xsd:element name="x"/></xsd:schema>
<resheader name="resmimetype"><value>text/microsoft-resx</value></resheader>
<data name="k" xml:space="preserve"><value>Salve {0:N2} &amp; "x"
linha</value><comment>n</comment></data><data name="e"><value/></data>
<data name="bin" type="System.Drawing.Bitmap, System.Drawing"><value>QQ==</value></data>
<data name=">>$this.Name"><value>x</value></data><data name="c"><value><![CDATA[<b>]]></value></data>
</root>
"""
_JSON = """{"a": {"k_one": "{{count}} arquivo", "k_many": "{{count}} de", "k_other": "{{count}} arquivos",
 "deep": {"er": ["um", {"x": "d\\u00e9\\ud83d\\ude00\\n\\t\\"\\/"}, ["três"]]}},
 "n": 1.5e3, "b": true, "z": null, "": "vazio", "nest": "veja $t(a.k_one)",
 "icu": "{n, plural, =0 {nada} one {um # '{'x} other {# de {who, select, a {b} other {c}}}}", "e": {}}
"""
_ARB = """{"@@locale": "pt", "@@x": {"y": [1, "z"]},
 "k": "{n, plural, =0{nada} one{um} other{{n} coisas}} {when} '{'", "@k": {"description": "d \\"q\\"",
 "placeholders": {"n": {"type": "int", "example": "1"}}}, "g": "{s, select, f{a} other{b}}"}
"""
_YAML = """%YAML 1.1
---
# comment
pt: &top
  plain: salve tudo # c
  "quoted \\" key": "d\\u00e9 \\
    e\\n"
  single: 'it''s'
  folded: >-
    linhas
    juntas

    novas
  literal: |+
    a
      b

  many:
    zero: nada
    one: "%{count} arquivo"
    other: "%{count} arquivos"
  list: [um, 'dois', {x: três}]
  nested:
    - a: b
      c: [d]
    - ~
  number: 12
  yes: "no"
  date: 2001-01-01
  ref: &r texto
...
"""
_FLUENT = """### File
## Group

# Note
-brand = Firefox
    .gender = m
k = Olá { $user }, { NUMBER($n, minimumFractionDigits: 2) } de { -brand(case: "x") }
    mais uma { "{" } linha
  .title = t { k.title }
n = { $n ->
    [0] nada
    [one] um { $g ->
        [f] a
       *[m] o
    }
   *[other] { $n } coisas
  }
ref = { k } \\u00e9 { "\\u00e9" }
"""
_STRINGSDICT = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict><key>k</key><dict><key>NSStringLocalizedFormatKey</key>
<string>%#@n@ de %2$#@m@</string><key>n</key><dict><key>NSStringFormatSpecTypeKey</key>
<string>NSStringPluralRuleType</string><key>NSStringFormatValueTypeKey</key><string>lu</string>
<key>zero</key><string>nada</string><key>one</key><string>um &amp; só</string><key>other</key>
<string><![CDATA[%lu]]></string></dict><key>m</key><dict><key>other</key><string/></dict></dict>
<!-- c --><key>w</key><dict><key>NSStringVariableWidthRuleType</key><dict><key>20</key><string>x</string>
</dict></dict><key>flag</key><true/></dict></plist>
"""
_XCSTRINGS = """{"sourceLanguage": "en", "version": "1.0", "strings": {"": {}, "Save %@": {"comment": "n",
 "extractionState": "manual", "localizations": {"pt": {"stringUnit": {"state": "translated",
 "value": "Salve %@ \\u00e9"}}, "en": {"stringUnit": {"state": "new", "value": "Save %@"}}}},
 "days": {"localizations": {"en": {"variations": {"plural": {"one": {"stringUnit": {"value": "%d day"}},
 "other": {"stringUnit": {"value": "%d days"}}}}}, "pt": {"variations": {"device": {"iphone":
 {"variations": {"plural": {"one": {"stringUnit": {"state": "needs_review", "value": "%d dia"}},
 "other": {"stringUnit": {"value": "%d dias"}}}}}, "other": {"stringUnit": {"value": "dias"}}}}}}},
 "sub": {"localizations": {"pt": {"stringUnit": {"value": "%#@n@"}, "substitutions": {"n": {"argNum": 1,
 "formatSpecifier": "lld", "variations": {"plural": {"other": {"stringUnit": {"value": "%arg x"}}}}}}}}},
 "off": {"shouldTranslate": false, "localizations": {"pt": {"stringUnit": {"value": "off"}}}}}}
"""
_SRT = """\ufeff1
00:00:01,000 --> 00:00:02,500 X1:1 X2:2
<i>Salve,
- e siga.</i>

2
00:00:02,500 --> 00:01:00,000
{\\an8}Dois <font color="#fff">três</font>

3
01:00:00,000 --> 01:00:01,000

"""
_VTT = """WEBVTT - title
Kind: captions

STYLE
::cue { color: red }

REGION
id:r

NOTE
two
lines

1
00:01.000 --> 00:02.000 align:start position:10% line:-1
<v Ana>Salve <c.x>tudo</c> &amp; <00:01.500>vá&nbsp;já
segunda

01:00:02.000 --> 01:00:03.000
- Um
- Dois
"""
_MARKDOWN = """---
title: x
---

# Título *forte* `code`

Texto com [um link](http://a.b "t") e ![imagem](c.png), nota[^1].\\
Segue **aqui**.

1. um
   - dois
2. três

> citação
> > mais

| a | b |
|---|:-:|
| c | d \\| e |

```py
código
```

    recuado

<div>html <b>x</b></div>

Título
------

[ref]: http://x.y
[^1]: A nota.
"""
_HTML = """<!DOCTYPE html><html lang="pt"><head><meta charset="utf-8"><title>Título &amp; x</title>
<script>if (a < b) {}</script><style>p > a {}</style></head><body class=x data-a='b"c'>
<!-- <p>não</p> --><h1 title="dica &quot;q&quot;">Um <em>grande</em><br>título</h1>
<p>Texto &eacute; &#233; <a href="x?a=1&b=2">link</a><img src=x alt="figura">
<ul><li>um<ul><li>dois</ul><li>três</ul><table><tr><td>a<th>b</table>
<svg><text>não</text></svg><textarea>&lt;x</textarea><p translate="no">não
<p its-loc-quality-issue-type="uncategorized" its-loc-quality-issue-comment="transcheck: a: b">fim
<![CDATA[x]]><custom-el>solto</custom-el></body></html>
"""
_ROWS = (
    ("key", "context", "source", "target", "notes", "max-length"),
    ("k", "menu", "Save %s", "Salve %s", "n", "20"),
    ("l", "", "Two\nlines, “q”", "Duas\nlinhas, “q”", "transcheck: allow all-caps", ""),
    ("m", "", "empty", "", "", ""),
)
_CSV = "\r\n".join(",".join(f'"{cell}"' for cell in row) for row in _ROWS) + "\r\n"
_TSV = "\n".join("\t".join(cell.replace("\n", " ") for cell in row) for row in _ROWS) + "\n"
_JSONL = (
    '{"key": "k", "context": "c", "source": "Save %s", "target": "Salve %s", "notes": "n"}\n\n'
    '{"source": "\\u00e9\\ud83d\\ude00", "target": "é", "extra": [1, {"a": null}], "notes": ["x"]}\n'
)
_LINES = "Título\r\n\r\n  Um texto, e mais.\r\n\u2028x\r\nfim"


def _turned(text: str) -> str:
    """Return a source for a text in one language: the same, with other words."""
    return re.sub(r"\bpt\b", "en", text).replace("Salve", "Save").replace("um", "one")


def _alone(name: str, text: str, beside: str) -> Sample:
    return Sample(name=name, text=text, beside=beside, source=_turned(text))


SAMPLES: tuple[Sample, ...] = (
    Sample(name="rich.po", text=_PO),
    Sample(name="rich.xlf", text=_XLIFF1),
    Sample(name="rich.xliff", text=_XLIFF2),
    Sample(name="rich.tmx", text=_TMX),
    Sample(name="rich.ts", text=_QT),
    Sample(name="rich.csv", text=_CSV),
    Sample(name="rich.tsv", text=_TSV),
    Sample(name="rich.jsonl", text=_JSONL),
    Sample(name="rich.xcstrings", text=_XCSTRINGS),
    _alone("i18n/pt.json", _JSON, "i18n/en.json"),
    _alone("rich_pt.arb", _ARB, "rich_en.arb"),
    _alone("values-pt/plurals.xml", _ANDROID, "values/plurals.xml"),
    _alone("pt.lproj/Rich.strings", _STRINGS, "en.lproj/Rich.strings"),
    _alone("pt.lproj/Rich.stringsdict", _STRINGSDICT, "en.lproj/Rich.stringsdict"),
    _alone("rich_pt.properties", _PROPERTIES, "rich.properties"),
    _alone("Rich.pt.resx", _RESX, "Rich.resx"),
    _alone("rich.pt.yml", _YAML, "rich.en.yml"),
    _alone("rich-pt.ftl", _FLUENT, "rich-en.ftl"),
    _alone("rich.pt.srt", _SRT, "rich.en.srt"),
    _alone("rich.pt.vtt", _VTT, "rich.en.vtt"),
    _alone("rich.pt.txt", _LINES, "rich.en.txt"),
    _alone("rich/pt/a.md", _MARKDOWN, "rich/en/a.md"),
    _alone("rich/pt/a.html", _HTML, "rich/en/a.html"),
)
