/** Texts, tables, mail and other papers; the columns are explained in `table.ts`. */
export const documents = String.raw`
fmt/355|rtf|application/rtf|Rich Text Format (1.9)|\{\\rtf?1?.{0,15}?\\ansicpg.{3,600}?\\stshfdbch.{0,9000}?(colorschememapping|\\afelev|\\\*\\datastore|\\\*\\defchp)
fmt/53|rtf|application/rtf|Rich Text Format (1.8)|\{\\rtf?1?.{0,15}?\\ansicpg.{3,600}?\\stshfdbch.{0,9000}?\\lsdstimax
fmt/52|rtf|application/rtf|Rich Text Format (1.7)|\{\\rtf?1?.{0,15}?\\ansicpg.{3,600}?\\stshfdbch
fmt/50|rtf|application/rtf|Rich Text Format (1.5-1.6)|\{\\rtf?1?.{0,3}?\\(ansi|mac|pca?)\\ansicpg
fmt/45|rtf|application/rtf|Rich Text Format (1.0-1.4)|\{\\rtf
x-fmt/94|psw pwd|application/x-pocket-word|Pocket Word|\{\\pwd2\\ansi
x-fmt/95|pwi|application/x-inkwriter|Inkwriter|\{\\pwi
fmt/37|doc|application/msword|Word for Windows (1.0)|\x9B\xA5
fmt/38|doc|application/msword|Word for Windows (2.0)|\xDB\xA5
x-fmt/1|mcw|application/msword|Word for Macintosh (3.0)|\xFE\x34\0[\xC1\0]
fmt/346|mcw|application/msword|Word for Macintosh (1.0)|\xFE\x32\0
x-fmt/64|mcw|application/msword|Word for Macintosh (4.0)|\xFE\x37\0\x1C
x-fmt/65|mcw|application/msword|Word for Macintosh (5.0)|\xFE\x37\0\x23
x-fmt/4|wri|application/x-mswrite|Windows Write (3.1)|\x32\xBE\0\0\0\xAB
x-fmt/12|wri|application/x-mswrite|Windows Write (3.0)|\x31\xBE\0\0\0\xAB.{90}(?!\0\0)
x-fmt/273|doc|application/msword|Word for MS-DOS (3)|\x31\xBE\0\0\0\xAB
fmt/163|wps|application/vnd.ms-works|Works word processor (1-3)|\x01\xFE.{18}\xD0\x02
fmt/166|wks|application/vnd.ms-works|Works spreadsheet|[\0\xFF]\0\x02\0\x04\x04\x05T\x02
x-fmt/393|wp5 wpd|application/vnd.wordperfect|WordPerfect (5.0)|\xFFWPC.{5}\x0A\0\0
x-fmt/394|wp5 wpd|application/vnd.wordperfect|WordPerfect (5.1-5.2)|\xFFWPC.{5}\x0A\0\x01
x-fmt/44|wpd wp|application/vnd.wordperfect|WordPerfect (6+)|\xFFWPC.{5}\x0A\x02
fmt/878|shw|application/x-corelpresentations|Corel Presentations (3)|\xFFWPC.{4}\x0F\x0F\x01
x-fmt/205|ws|application/x-wordstar|WordStar (5)|\x1D\}\0\0P.{120}\}\0\x1D
x-fmt/236|ws|application/x-wordstar|WordStar (5.5)|\x1D\}\0\0U.{120}\}\0\x1D
x-fmt/237|ws|application/x-wordstar|WordStar (6)|\x1D\}\0\0\x60.{120}\}\0\x1D
x-fmt/261|ws|application/x-wordstar|WordStar (7)|\x1D\}\0\0p.{120}\}\0\x1D
fmt/882|ws2|application/x-wordstar|WordStar 2000|\x7F WS2000\xFF1\.00
x-fmt/191|sam|application/x-amipro|Ami Pro|\[ver\].{6}
x-fmt/340|lwp|application/vnd.lotus-wordpro|Lotus Word Pro (96)|WordPro\r\xFB
fmt/340|lwp|application/vnd.lotus-wordpro|Lotus Word Pro (97)|WordPro\0
x-fmt/309|chi|application/x-chiwriter|ChiWriter (3)|\\1cw 3\.
fmt/300|chi|application/x-chiwriter|ChiWriter (4)|\(CHIWRITER 4\.
fmt/799||application/x-writenow|WriteNow|WriteNow
fmt/1045||application/x-qa|Q&A Write|TBWP\0
fmt/190|fm|application/vnd.framemaker|FrameMaker (5)|<MakerFile 5\.0Y
fmt/533|fm|application/vnd.framemaker|FrameMaker (2)|<MakerFile 2\.0
fmt/534|fm|application/vnd.framemaker|FrameMaker (3)|<MakerFile 3\.0
fmt/535|fm|application/vnd.framemaker|FrameMaker (4)|<MakerFile 4\.0
fmt/536|fm|application/vnd.framemaker|FrameMaker (5.5)|<MakerFile 5\.5
fmt/537|fm|application/vnd.framemaker|FrameMaker (6)|<MakerFile 6\.0
fmt/538|fm|application/vnd.framemaker|FrameMaker (7)|<MakerFile 7\.0
x-fmt/302|fm|application/vnd.framemaker|FrameMaker (8)|<MakerFile 8\.0
fmt/539|fm|application/vnd.framemaker|FrameMaker (9)|<MakerFile 9\.0
x-fmt/162|mif|application/vnd.mif|FrameMaker interchange (MIF)|<MIFFile 
fmt/1318|qxd qxt|application/vnd.quark.quarkxpress|QuarkXPress document (3)|..(MMXPR..|IIXPR.)\x3F
fmt/1321|qxp|application/vnd.quark.quarkxpress|QuarkXPress project (6)|..(MMXPR..|IIXPR.)\x44
fmt/1322|qxp|application/vnd.quark.quarkxpress|QuarkXPress project (7)|..(MMXPR..|IIXPR.)\x45
fmt/685|qxp|application/vnd.quark.quarkxpress|QuarkXPress project (9)|..(MMXPR..|IIXPR.)\x46
fmt/651|qxp qpt|application/vnd.quark.quarkxpress|QuarkXPress project (10)|..(MMXPR..|IIXPR.)\x49
fmt/1446|qxp|application/vnd.quark.quarkxpress|QuarkXPress project (2015)|..(MMXPR..|IIXPR.)\x4A
fmt/1325|qxp|application/vnd.quark.quarkxpress|QuarkXPress project (2016)|..(MMXPR..|IIXPR.)\x4C
fmt/1326|qxp|application/vnd.quark.quarkxpress|QuarkXPress project (2017)|..(MMXPR..|IIXPR.)\x4D
fmt/1328|qxp|application/vnd.quark.quarkxpress|QuarkXPress project (2019)|..(MMXPR..|IIXPR.)\x4F
fmt/1495|qxp|application/vnd.quark.quarkxpress|QuarkXPress project (2021)|..(MMXPR..|IIXPR.)\x51
x-fmt/182|qxd|application/vnd.quark.quarkxpress|QuarkXPress|\0\0(MM|II)XPR
fmt/446|pdx|application/x-pdx|Acrobat catalogue index (2)|%PDX 2\.0
fmt/447|pdx|application/x-pdx|Acrobat catalogue index (3.0)|%PDX-3\.0
fmt/448|pdx|application/x-pdx|Acrobat catalogue index (3.1)|%PDX-3\.1
fmt/449|pdx|application/x-pdx|Acrobat catalogue index (3.2)|%PDX-3\.2
fmt/160|dvi|application/x-dvi|TeX DVI|\xF7\x02
fmt/280|tex|text/x-tex|LaTeX (master document)|.{0,4096}?\\documentclass
fmt/281|!tex|text/x-tex|LaTeX (part)|.{0,4096}?\\(usepackage|chapter|section|subsection|begin)\{
fmt/634|chm|application/vnd.ms-htmlhelp|Compiled HTML help|ITSF
fmt/867|lit|application/x-ms-reader|Microsoft Reader book|ITOLITLS
fmt/474|hlp|application/winhlp|Windows help|\?_\x03\0
fmt/396|mobi prc|application/x-mobipocket-ebook|Mobipocket|.{60}(BOOKMOBI|TEXtREAd)
fmt/485|rb|application/x-rocketbook|Rocket eBook|\xB0\x0C\xB0\x0C
fmt/518|lrf|application/x-sony-bbeb|Broad Band eBook|L\0R\0F\0\0\0
fmt/637|one|application/msonenote|OneNote|\xE4\x52\x5C\x7B\x8C\xD8\xA7\x4D\xAE\xB1\x53\x78\xD0\x29\x96\xD3
fmt/1051|jnt jtp|application/x-windows-journal|Windows Journal|NB\*\0
fmt/728|ptx|application/x-etranscript|E-Transcript|.{10}\0\0\x02.{0,4000}?This transcript created
fmt/683|afp|application/afp|Advanced Function Presentation|.{0,2}Z.{2}\xD3\xA8
fmt/1174|hpgl plt|application/vnd.hp-hpgl|HP-GL|\x1B%0B(IN|BP|SP)?
fmt/183|!pro|text/x-primeocr|PrimeOCR (3.0)|300,.?,.{3},
fmt/184|!pro|text/x-primeocr|PrimeOCR (3.8)|380,.?,.{3},
fmt/185|!pro|text/x-primeocr|PrimeOCR (3.9)|390,.?,.{3},
fmt/186|!pro|text/x-primeocr|PrimeOCR (4.0)|400,.?,.{3},
fmt/187|!pro|text/x-primeocr|PrimeOCR (4.2)|420,.?,.{3},
fmt/188|!pro|text/x-primeocr|PrimeOCR (4.3)|430,.?,.{3},
fmt/322|pff|application/x-pff|Portable form|PFF\0\x07
x-fmt/114|wk1 wk2|application/vnd.lotus-1-2-3|Lotus 1-2-3 worksheet (2)|\0\0\x02\0\x06\x04\x06\0\x08\0
x-fmt/115|wk3|application/vnd.lotus-1-2-3|Lotus 1-2-3 worksheet (3)|\0\0\x1A\0\0\x10\x04\0
x-fmt/116|wk4|application/vnd.lotus-1-2-3|Lotus 1-2-3 worksheet (4)|\0\0\x1A\0\x02\x10\x04\0
fmt/1452|123|application/vnd.lotus-1-2-3|Lotus 1-2-3 worksheet (97+)|\0\0\x1A\0[\x03\x05]\x10\x04\0
x-fmt/117|wks|application/vnd.lotus-1-2-3|Lotus 1-2-3 worksheet (1)|\0\0\x02\0\x04\x04
x-fmt/331|fm1 fmt|application/vnd.lotus-1-2-3|Lotus 1-2-3 formatting|\0\0\x02\0\x06\x80
x-fmt/121|wq1|application/x-quattro-pro|Quattro Pro (1-4)|\0\0\x02\0 Q
x-fmt/122|wq2|application/x-quattro-pro|Quattro Pro (5)|\0\0\x02\0!Q
fmt/834|wb1|application/x-quattro-pro|Quattro Pro for Windows (1/5)|\0\0\x02\0\x01\x10
fmt/835|wb2|application/x-quattro-pro|Quattro Pro for Windows (6)|\0\0\x02\0\x02\x10
fmt/55|xls|application/vnd.ms-excel|Excel worksheet (2.x)|\x09\0\x04\0..\x10\0
fmt/56|xls|application/vnd.ms-excel|Excel worksheet (3.0)|\x09\x02\x06\0..\x10\0
fmt/57|xls|application/vnd.ms-excel|Excel worksheet (4.0)|\x09\x04\x06\0..\x10\0
fmt/58|xlw|application/vnd.ms-excel|Excel workbook (4.0W)|\x09\x04\x06\0..\0\x01
fmt/553|xlc|application/vnd.ms-excel|Excel chart (2.x)|\x09\0\x04\0..\x20\0
fmt/554|xlc|application/vnd.ms-excel|Excel chart (3.0)|\x09\x02\x06\0..\x20\0
x-fmt/126|xlc|application/vnd.ms-excel|Excel chart (4.0)|\x09\x04\x06\0..\x20\0
fmt/555|xlm|application/vnd.ms-excel|Excel macro (2.x)|\x09\0\x04\0..\x40\0
fmt/556|xlm|application/vnd.ms-excel|Excel macro (3.0)|\x09\x02\x06\0..\x40\0
x-fmt/106|slk|text/x-sylk|SYLK|ID;P
x-fmt/41|dif|text/x-dif|Data interchange format|TABLE\r\n0,1\r\n
fmt/403|cal|application/x-supercalc|SuperCalc (1)|SuperCalc ver\..{2}1\.
x-fmt/363|cal|application/x-supercalc|SuperCalc (4)|SuperCalc ver\..{2}4\.
x-fmt/364|cal|application/x-supercalc|SuperCalc (5)|SuperCalc ver\..{2}5\.
x-fmt/220|as|application/x-applix|Applixware spreadsheet|\*BEGIN SPREADSHEETS VERSION=
x-fmt/228|im|application/x-applix|Applixware bitmap|\*(BEGIN|START) RASTER VERSION=
x-fmt/32|ch3|application/x-harvard|Harvard Graphics chart (3)|HGB3
x-fmt/101|sh3|application/x-harvard|Harvard Graphics show (3)|HGB1
x-fmt/324|!shw|application/x-harvard|Harvard Graphics presentation|SHOW
x-fmt/325|!cht|application/x-harvard|Harvard Graphics chart|Falc
fmt/623|sdr|application/x-smartdraw|SmartDraw|SMARTDRW
x-fmt/88|ppt|application/vnd.ms-powerpoint|PowerPoint (4)|\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1.{20,9000}?P\0P\x004\x000\0
fmt/1866|ppt|application/vnd.ms-powerpoint|PowerPoint (2)|(\xED\xDE\xAD\x0B\x02\0|\x0B\xAD\xDE\xED\0\0\0\x02)
x-fmt/84|ppt|application/vnd.ms-powerpoint|PowerPoint (3)|(\xED\xDE\xAD\x0B\x03\0|\x0B\xAD\xDE\xED\0\0\0\x03)
x-fmt/232|mpx|application/x-project|Project exchange (1)|MPX[,;].{1,50}?[,;]1\.0
fmt/343|mpx|application/x-project|Project exchange (3)|MPX[,;].{1,50}?[,;]3\.0
fmt/342|mpx|application/x-project|Project exchange (4)|MPX[,;].{1,50}?[,;]4[,.]0
fmt/522|pod|application/x-openproj|OpenProj|.{16}com\.projity
x-fmt/248|pst|application/vnd.ms-outlook-pst|Outlook folders (ANSI)|!BDN.{4}SM[\x0E\x0F]\0
x-fmt/249|pst|application/vnd.ms-outlook-pst|Outlook folders (Unicode)|!BDN.{4}SM[\x17\x24]\0
x-fmt/250|ost|application/vnd.ms-outlook-pst|Outlook offline folders (ANSI)|!BDN.{4}SO[\x0E\x0F]\0
x-fmt/251|ost|application/vnd.ms-outlook-pst|Outlook offline folders (Unicode)|!BDN.{4}SO[\x17\x24]\0
x-fmt/75|pab|application/vnd.ms-outlook-pst|Outlook address book|!BDN.{4}AB
fmt/838|dbx|application/x-dbx|Outlook Express messages|\xCF\xAD\x12\xFE\xC5\xFD\x74\x6F
fmt/839|dbx|application/x-dbx|Outlook Express folders|\xCF\xAD\x12\xFE\xC6\xFD\x74\x6F
x-fmt/429|mht mhtml|multipart/related|Web page archive (MHTML)|From:.{2,100}?Subject:.{0,600}?MIME.?Version:.{0,300}?Content.?Type:.?multipart/related;
fmt/278|eml|message/rfc822|Internet message|.{0,1024}?\r\nX-MimeOLE: Produced By Microsoft MimeOLE
fmt/720|mbox mbx|application/mbox|MBOX|From \S+ .{3,30}?\d\d:\d\d.{0,40}?\r?\n[\w-]+:
fmt/950|eml|message/rfc822|MIME message|.{0,4096}?\bMIME-Version: ?1\.0
fmt/612|mab msf|text/x-mork|Mork|// <!-- <mdb:mork:z 
fmt/387|vcs|text/x-vcalendar|vCalendar|BEGIN:VCALENDAR.{0,2000}?VERSION.{0,2}:1\.0
fmt/388|ics|text/calendar|iCalendar|BEGIN:VCALENDAR.{0,2000}?VERSION.{0,2}:2\.0
fmt/395|vcf|text/vcard|vCard|BEGIN:VCARD
fmt/611|!ldif|text/x-ldif|LDIF|dn: 
fmt/307|qif|application/qif|Quicken interchange|.{0,64}?!Type:
fmt/308|qdf|application/x-quicken|Quicken data|\xAC\x9E\xBD\x8F\0\0
fmt/309|ofx qfx|application/x-ofx|Open Financial Exchange (1.02)|.{0,1024}?OFXHEADER:100.{0,400}?VERSION:102
fmt/310|ofx qfx|application/x-ofx|Open Financial Exchange (1.03)|.{0,1024}?OFXHEADER:100.{0,400}?VERSION:103
fmt/311|ofx qfx|application/x-ofx|Open Financial Exchange (1.6)|.{0,1024}?OFXHEADER:100.{0,400}?VERSION:160
fmt/312|ofx qfx|application/x-ofx|Open Financial Exchange (2.0.3)|.{0,1024}?OFXHEADER=["']200["'].{0,40}?VERSION=["']203
fmt/313|ofx qfx|application/x-ofx|Open Financial Exchange (2.1.1)|.{0,1024}?OFXHEADER=["']200["'].{0,40}?VERSION=["']211
fmt/851|ged|text/x-gedcom|GEDCOM|(\xEF\xBB\xBF)?0 HEAD
fmt/854|paf|application/x-paf|Personal Ancestral File (3)|PAF\x00300\x00300
fmt/855|paf|application/x-paf|Personal Ancestral File (4)|PAF\x00300\x00400
fmt/856|paf|application/x-paf|Personal Ancestral File (5)|500\x00500\0PAF
fmt/324|ens|application/x-endnote-style|EndNote style|\0\x08[\0\xFF][\0\xFF]\0\0[\0\x10][\0\x10](RSFTSTYL|ENDNENFT)
fmt/326|enz|application/x-endnote-connect|EndNote connection|ENDNENZ3
fmt/327|enf|application/x-endnote-filter|EndNote filter|ENDNEL2s
fmt/328|enw|application/x-endnote-refer|EndNote import|.{0,154}?%A ?[A-Z].{0,400}?\n%[DT]
fmt/1218|srt|application/x-subrip|SubRip subtitles|(\xEF\xBB\xBF)?\s*\d+\r?\n\d\d:\d\d:\d\d,\d{3} --> 
fmt/1173|framemd5|text/x-framemd5|FrameMD5|#format: frame checksums
x-fmt/454|url|application/internet-shortcut|Internet shortcut|\[InternetShortcut\]
x-fmt/420|inf|application/inf|Windows setup information|.{0,1024}?\[[Vv]ersion\]\s+[Ss]ignature ?= ?"?\$
fmt/331|inf|application/inf|Autorun configuration|\[autorun\]
fmt/473|!doc docx xls xlsx ppt pptx|application/octet-stream|Office owner file|([\x01-\x34]).{53}\1\0
fmt/39|doc|application/msword|Word (6.0/95)|\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1.{20,9000}?Word\.Document\.[67]\0
fmt/290|odt|application/vnd.oasis.opendocument.text|OpenDocument text (1.1)|PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.text(?!-)(.{0,9000}?office:version="1\.1)?
fmt/294|ods|application/vnd.oasis.opendocument.spreadsheet|OpenDocument spreadsheet (1.1)|PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.spreadsheet
fmt/292|odp|application/vnd.oasis.opendocument.presentation|OpenDocument presentation (1.1)|PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.presentation
fmt/296|odg|application/vnd.oasis.opendocument.graphics|OpenDocument drawing (1.1)|PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.graphics
fmt/127|sxd|application/vnd.sun.xml.draw|OpenOffice Draw (1.0)|PK\x03\x04.{26}mimetypeapplication/vnd\.sun\.xml\.draw
fmt/128|sxw|application/vnd.sun.xml.writer|OpenOffice Writer (1.0)|PK\x03\x04.{26}mimetypeapplication/vnd\.sun\.xml\.writer
fmt/129|sxc|application/vnd.sun.xml.calc|OpenOffice Calc (1.0)|PK\x03\x04.{26}mimetypeapplication/vnd\.sun\.xml\.calc
fmt/130|sxi|application/vnd.sun.xml.impress|OpenOffice Impress (1.0)|PK\x03\x04.{26}mimetypeapplication/vnd\.sun\.xml\.impress
fmt/140|odb|application/vnd.oasis.opendocument.base|OpenDocument database (1.0)|PK\x03\x04.{26}mimetypeapplication/vnd\.(sun\.xml|oasis\.opendocument)\.base
fmt/482|ibooks|application/x-ibooks+zip|Apple iBooks|PK\x03\x04.{26}mimetypeapplication/x-ibooks\+zip
fmt/483|epub|application/epub+zip|EPUB|PK\x03\x04.{26}mimetypeapplication/epub\+zip
fmt/161|siard|application/zip|SIARD (1.0)|PK\x03\x04.{0,9000}?xmlns="http://www\.bar\.admin\.ch/xmlns/siard/1\.0/metadata
x-fmt/412|jar|application/java-archive|Java archive|PK\x03\x04.{0,9000}?META-INF/MANIFEST\.MF
fmt/189||application/x-ooxml|Office Open XML|PK\x03\x04.{26}\[Content_Types\]\.xml \xA2
`;
