import type { FormatName } from '../core/reader.ts';
import { slug } from './table.ts';

/**
 * Formats inside of a container, as PRONOM tells them: by the names of entries and by what these begin with.
 * Line: identifier, extensions, media type, name (empty: as the reader calls it), conditions joined by ` && `. A condition
 * is the name of an entry, alone or with `=` and a pattern for its first bytes (Latin-1; zero bytes are skipped as well).
 */
const zip = String.raw`
fmt/1827|docx|||word/document.xml=xmlns:w="http://purl\.oclc\.org/ooxml/wordprocessingml/main"
fmt/1828|xlsx|||xl/workbook.xml=xmlns="http://purl\.oclc\.org/ooxml/spreadsheetml/main"
fmt/1829|pptx|||ppt/presentation.xml=xmlns:p="http://purl\.oclc\.org/ooxml/presentationml/main"
fmt/412|docx|||[Content_Types].xml=wordprocessingml\.document\.main\+xml
fmt/523|docm|||[Content_Types].xml=ms-word\.document\.macroEnabled\.main
fmt/597|dotx|||[Content_Types].xml=wordprocessingml\.template\.main
fmt/599|dotm|||[Content_Types].xml=ms-word\.template\.macroEnabledTemplate\.main
fmt/214|xlsx|||[Content_Types].xml=spreadsheetml\.sheet\.main\+xml
fmt/445|xlsm|||[Content_Types].xml=ms-excel\.sheet\.macroEnabled\.main
fmt/595|xlsb|||[Content_Types].xml=ms-excel\.sheet\.binary\.macroEnabled\.main
fmt/598|xltx|||[Content_Types].xml=spreadsheetml\.template\.main
fmt/627|xltm|||[Content_Types].xml=ms-excel\.template\.macroEnabled\.main
fmt/628|xlam|||[Content_Types].xml=ms-excel\.addin\.macroEnabled\.main
fmt/215|pptx|||[Content_Types].xml=presentationml\.presentation\.main\+xml
fmt/487|pptm|||[Content_Types].xml=ms-powerpoint\.presentation\.macroEnabled\.main
fmt/629|ppsx|||[Content_Types].xml=presentationml\.slideshow\.main
fmt/630|ppsm|||[Content_Types].xml=ms-powerpoint\.slideshow\.macroEnabled\.main
fmt/631|potx|||[Content_Types].xml=presentationml\.template\.main
fmt/632|potm|||[Content_Types].xml=ms-powerpoint\.template\.macroEnabled\.main
fmt/633|ppam|||[Content_Types].xml=ms-powerpoint\.addin\.macroEnabled\.main
fmt/636|sldm|||[Content_Types].xml=ms-powerpoint\.slide\.macroEnabled
fmt/924|vsdx|||[Content_Types].xml=ms-visio\.drawing\.main
fmt/925|vssx|||[Content_Types].xml=ms-visio\.stencil\.main
fmt/926|vstx|||[Content_Types].xml=ms-visio\.template\.main
fmt/927|vsdm|||[Content_Types].xml=ms-visio\.drawing\.macroEnabled\.main
fmt/928|vssm|||[Content_Types].xml=ms-visio\.stencil\.macroEnabled\.main
fmt/929|vstm|||[Content_Types].xml=ms-visio\.template\.macroEnabled\.main
fmt/524|thmx|application/vnd.ms-officetheme|Office theme|[Content_Types].xml=themeManager\+xml
fmt/829|3mf|model/3mf|3D Manufacturing Format|[Content_Types].xml=package\.3dmanufacturing-3dmodel
fmt/657|xps oxps|application/oxps|XML Paper Specification|FixedDocumentSequence.fdseq
fmt/657|xps oxps|application/oxps|XML Paper Specification|FixedDocSeq.fdseq
fmt/977|dwfx|model/vnd.dwfx+xps|Design Web Format (XPS)|DWFDocumentSequence.dwfseq
fmt/136|odt|||META-INF/manifest.xml=opendocument\.text && content.xml=office:version=["']1\.0
fmt/291|odt|||META-INF/manifest.xml=opendocument\.text && content.xml=office:version=["']1\.2
fmt/1756|odt|||META-INF/manifest.xml=opendocument\.text && content.xml=office:version=["']1\.3
fmt/290|odt|||META-INF/manifest.xml=opendocument\.text && content.xml=office:document-content
fmt/137|ods|||META-INF/manifest.xml=(opendocument\.spreadsheet|sun\.xml\.calc) && content.xml=office:version=["']1\.0
fmt/295|ods|||META-INF/manifest.xml=opendocument\.spreadsheet && content.xml=office:version=["']1\.2
fmt/1755|ods|||META-INF/manifest.xml=opendocument\.spreadsheet && content.xml=office:version=["']1\.3
fmt/294|ods|||META-INF/manifest.xml=opendocument\.spreadsheet && content.xml=office:document-content
fmt/138|odp|||META-INF/manifest.xml=opendocument\.presentation && content.xml=office:version=["']1\.0
fmt/293|odp|||META-INF/manifest.xml=opendocument\.presentation && content.xml=office:version=["']1\.2
fmt/1754|odp|||META-INF/manifest.xml=opendocument\.presentation && content.xml=office:version=["']1\.3
fmt/292|odp|||META-INF/manifest.xml=opendocument\.presentation && content.xml=office:document-content
fmt/139|odg|||META-INF/manifest.xml=opendocument\.graphics && content.xml=office:version=["']1\.0
fmt/297|odg|||META-INF/manifest.xml=opendocument\.graphics && content.xml=office:version=["']1\.2
fmt/1753|odg|||META-INF/manifest.xml=opendocument\.graphics && content.xml=office:version=["']1\.3
fmt/296|odg|||META-INF/manifest.xml=opendocument\.graphics && content.xml=office:document-content
fmt/140|odb|application/vnd.oasis.opendocument.base|OpenDocument database (1.0)|META-INF/manifest.xml=(opendocument|sun\.xml)\.base && content.xml=office:version=["']1\.0
fmt/424|odb|application/vnd.oasis.opendocument.base|OpenDocument database (1.2)|META-INF/manifest.xml=opendocument\.(base|database) && content.xml=office:version=["']1\.2
fmt/1752|odb|application/vnd.oasis.opendocument.base|OpenDocument database (1.3)|META-INF/manifest.xml=opendocument\.(base|database) && content.xml=office:version=["']1\.3
fmt/444|odb|application/vnd.oasis.opendocument.base|OpenDocument database (1.1)|META-INF/manifest.xml=opendocument\.(base|database) && content.xml=office:document-content
fmt/161|siard|application/x-siard|SIARD (1.0)|header/metadata.xml=xmlns="http://www\.bar\.admin\.ch/xmlns/siard/1\.0/
fmt/995|siard|application/x-siard|SIARD (2.0)|header/metadata.xml=xmlns="http://www\.bar\.admin\.ch/xmlns/siard/2\.0/
fmt/1196|siard|application/x-siard|SIARD (2.1)|header/siardversion/2.1/
fmt/1777|siard|application/x-siard|SIARD (2.2)|header/siardversion/2.2/
fmt/617|ggb|application/vnd.geogebra.file|GeoGebra (2)|geogebra.xml=geogebra format="2
fmt/619|ggb|application/vnd.geogebra.file|GeoGebra (1)|geogebra.xml=geogebra format="1
fmt/620|ggb|application/vnd.geogebra.file|GeoGebra (3)|geogebra.xml=geogebra format="3
fmt/621|ggb|application/vnd.geogebra.file|GeoGebra (4)|geogebra.xml=geogebra format="4
fmt/622|ggb|application/vnd.geogebra.file|GeoGebra (5)|geogebra.xml=geogebra format="5
fmt/274|spv|application/x-spss-output|SPSS output|outputViewer0000000000.xml
fmt/274|spv|application/x-spss-output|SPSS output|outputViewer0000000000_heading.xml
fmt/646|key|application/vnd.apple.keynote|Keynote (09)|index.apxl
fmt/1440|numbers|application/vnd.apple.numbers|Numbers (09)|index.xml=developer\.apple\.com/namespaces/ls"
fmt/1439|pages|application/vnd.apple.pages|Pages (09)|index.xml=developer\.apple\.com/namespaces/sl"
fmt/1187|template|application/x-iwork|iWork template (13)|Metadata/BuildVersionHistory.plist=Template: Blank
fmt/1441|pages numbers key|application/x-iwork|iWork document (14)|Metadata/Properties.plist && Index/Document.iwa
fmt/1529|ppb ppp|application/x-serif|Serif PagePlus (X3)|Root.xml && summary.xml=PagePlus 13
fmt/1530|ppb ppp|application/x-serif|Serif PagePlus (X4)|Root.xml && summary.xml=PagePlus 14
fmt/1531|ppb ppp|application/x-serif|Serif PagePlus (X5)|Root.xml && summary.xml=PagePlus 15
fmt/1532|ppb ppp|application/x-serif|Serif PagePlus (X6)|Root.xml && summary.xml=PagePlus 16
fmt/1533|ppb ppp|application/x-serif|Serif PagePlus (X7)|Root.xml && summary.xml=PagePlus 17
fmt/1534|ppb ppp|application/x-serif|Serif PagePlus (X8)|Root.xml && summary.xml=PagePlus 18
fmt/1535|ppb ppp|application/x-serif|Serif PagePlus (X9)|Root.xml && summary.xml=PagePlus 19
fmt/1523|dpa dpp|application/x-serif|Serif DrawPlus (X3)|Root.xml && summary.xml=DrawPlus 10
fmt/1524|dpa dpp|application/x-serif|Serif DrawPlus (X4)|Root.xml && summary.xml=DrawPlus 11
fmt/1525|dpa dpp|application/x-serif|Serif DrawPlus (X5)|Root.xml && summary.xml=DrawPlus 12
fmt/1526|dpa dpp|application/x-serif|Serif DrawPlus (X6)|Root.xml && summary.xml=DrawPlus 13
fmt/1527|dpa dpp|application/x-serif|Serif DrawPlus (X8)|Root.xml && summary.xml=DrawPlus 14
fmt/1518|spp|application/x-serif|Serif PhotoPlus (X3+)|Root.xml && document.xml=DocSize=
fmt/937|air|application/vnd.adobe.air-application-installer-package+zip|Adobe AIR (1.0)|META-INF/AIR/application.xml=air/application/1\.0"
fmt/942|air|application/vnd.adobe.air-application-installer-package+zip|Adobe AIR (1.5)|META-INF/AIR/application.xml=air/application/1\.5"
fmt/943|air|application/vnd.adobe.air-application-installer-package+zip|Adobe AIR (2.0)|META-INF/AIR/application.xml=air/application/2\.0"
fmt/1859|air|application/vnd.adobe.air-application-installer-package+zip|Adobe AIR (2.5)|META-INF/AIR/application.xml=air/application/2\.5"
fmt/1184|idml|application/vnd.adobe.indesign-idml-package|InDesign markup package|mimetype=^application/vnd\.adobe\.indesign-idml-package
fmt/1190|swc|application/x-swc|Adobe SWC|catalog.xml=<swc xmlns=
fmt/998|ora|image/openraster|OpenRaster|mimetype=^image/openraster
fmt/999|kra|application/x-krita|Krita|mimetype=^application/x-krita
fmt/1251|edoc|application/vnd.etsi.asic-e+zip|EDOC|mimetype=^application/vnd\.etsi\.asic-e && META-INF/edoc-signatures-S1.xml
fmt/1340|bdoc|application/vnd.bdoc-1.0|BDOC (1)|mimetype=^application/vnd\.bdoc-1\.0
fmt/1342|bdoc|application/vnd.etsi.asic-e+zip|BDOC (2)|mimetype=^application/vnd\.etsi\.asic-e && META-INF/signatures0.xml
fmt/1342|bdoc|application/vnd.etsi.asic-e+zip|BDOC (2)|mimetype=^application/vnd\.etsi\.asic-e && META-INF/signatures1.xml
fmt/1341|asics|application/vnd.etsi.asic-s+zip|ASiC-S|mimetype=^application/vnd\.etsi\.asic-s
fmt/1564|asice sce|application/vnd.etsi.asic-e+zip|ASiC-E|mimetype=^application/vnd\.etsi\.asic-e
fmt/1242|zfo|application/x-zfo|ZFO form|form.fo
fmt/1502|psz|application/x-agisoft|Agisoft project archive|doc.xml=document version=
fmt/1571|isdocx|application/x-isdocx|ISDOCX|manifest.xml=isdoc\.cz/namespace/2013/manifest
fmt/1682|enlx|application/x-endnote|EndNote library|refs.MYD
fmt/1683|enlx|application/x-endnote|EndNote compressed library|rdb/refs.MYD
fmt/1685|enlx|application/x-endnote|EndNote compressed library (20+)|sdb/pdb.eni && sdb/sdb.eni
fmt/1840|wacz|application/wacz|Web archive collection (WACZ)|datapackage.json=wacz_version
fmt/1856|eip|image/x-eip|Enhanced image package|manifest.xml=<RawPath>0\.
fmt/429|cdr|application/x-coreldraw|CorelDRAW (X4)|content/riffData.cdr=^RIFF[^]{4,53}CDRE
fmt/430|cdr|application/x-coreldraw|CorelDRAW (X5)|content/riffData.cdr=^RIFF[^]{4,53}CDRF
fmt/1925|cdr|application/x-coreldraw|CorelDRAW (X6)|content/root.dat=^RIFF[^]{0,4}CDRG
fmt/1926|cdr|application/x-coreldraw|CorelDRAW (X7)|content/root.dat=^RIFF[^]{0,4}CDRH
fmt/1927|cdr|application/x-coreldraw|CorelDRAW (X8)|content/root.dat=^RIFF[^]{0,4}CDRJ
fmt/1928|cdr|application/x-coreldraw|CorelDRAW (2017)|content/root.dat=^RIFF[^]{0,4}CDRK
fmt/1929|cdr|application/x-coreldraw|CorelDRAW (2018)|content/root.dat=^RIFF[^]{0,4}CDRL
fmt/1930|cdr|application/x-coreldraw|CorelDRAW (2019)|content/root.dat=^RIFF[^]{0,4}CDRM
fmt/1931|cdr|application/x-coreldraw|CorelDRAW (2020)|content/root.dat=^RIFF[^]{0,4}CDRN
fmt/1932|cdr|application/x-coreldraw|CorelDRAW (2021)|content/root.dat=^RIFF[^]{0,4}CDRO
fmt/1933|cdr|application/x-coreldraw|CorelDRAW (2022)|content/root.dat=^RIFF[^]{0,4}CDRP
fmt/1934|cdr|application/x-coreldraw|CorelDRAW (2023)|content/root.dat=^RIFF[^]{0,4}CDRQ
fmt/1974|musx|application/vnd.makemusic.notation|Finale notation|mimetype=^application/vnd\.makemusic\.notation
fmt/2005|mxl|application/vnd.recordare.musicxml|MusicXML (compressed)|mimetype=^application/vnd\.recordare\.musicxml
fmt/482|ibooks|application/x-ibooks+zip|Apple iBooks|mimetype=application/x-ibooks\+zip
fmt/483|epub|||mimetype=application/epub\+zip
fmt/724|kmz|||doc.kml
x-fmt/412|jar|||META-INF/MANIFEST.MF=^Manifest-Version:
`;

const ole = String.raw`
fmt/39|doc|||WordDocument && CompObj=Word\.Document\.[67]\0
fmt/40|doc|||WordDocument && CompObj=Word\.Document\.8\0
fmt/40|doc|||WordDocument=^\xEC\xA5[\xC1-\xFF][\0\x01]
fmt/609|doc|||WordDocument
fmt/901|xlr|application/vnd.ms-works|Works spreadsheet (6-9)|Workbook=^[^]{1,128}MS Works
x-fmt/17|xlt|||Workbook=^\x09\x08[^]{0,4}\0\x06\x05\0[^]{0,32}\x60\0\0\0\xE1\0\x02\0\xB0\x04
fmt/61|xls|||Workbook=^\x09\x08[^]{0,4}\0\x06\x05\0
fmt/61|xls|||Book=^\x09\x08[^]{0,4}\0\x06\x05\0
fmt/59|xls|||Book=^\x09\x08[^]{0,4}\0\x05\x05\0
fmt/59|xls|||Workbook=^\x09\x08[^]{0,4}\0\x05\x05\0
fmt/61|xls|||Workbook
fmt/59|xls|||Book
fmt/125|ppt|||Header=^Microsoft \(R\) PowerPoint \(R\) Windows && PowerPoint Document
fmt/126|ppt|||PowerPoint Document
x-fmt/88|ppt|application/vnd.ms-powerpoint|PowerPoint (4)|PP40
x-fmt/430|msg|||__properties_version1.0 && __nameid_version1.0
fmt/494|docx xlsx pptx|||EncryptedPackage
x-fmt/258|vsd|||VisioDocument=^Visio \(TM\) Drawing\r\n[^]{6}\x06
fmt/443|vsd|||VisioDocument=^Visio \(TM\) Drawing\r\n[^]{6}\x0B
fmt/1509|vsd|||VisioDocument=^Visio \(TM\) Drawing\r\n[^]{6}\x03
fmt/1510|vsd|||VisioDocument=^Visio \(TM\) Drawing\r\n[^]{6}\x04
x-fmt/113|vsd|||VisioDocument=^Visio \(TM\) Drawing\r\n[^]{6}\x05
fmt/442|vsd|||VisioDocument
x-fmt/245|mpp|application/vnd.ms-project|Project (98)|Props8
x-fmt/245|mpp|application/vnd.ms-project|Project (98)|CompObj=MSProject\.MPP8
x-fmt/247|mpp|application/vnd.ms-project|Project (2000-2003)|Props9
x-fmt/247|mpp|application/vnd.ms-project|Project (2000-2003)|CompObj=MSProject\.MPP9
fmt/725|mpp|application/vnd.ms-project|Project (2010)|Props14
fmt/725|mpp|application/vnd.ms-project|Project (2010)|CompObj=MSProject\.MPP14
fmt/440|mpp|application/vnd.ms-project|Project (2007)|Props12
fmt/440|mpp|application/vnd.ms-project|Project (2007)|CompObj=MSProject\.MPP12
x-fmt/244|mpp|application/vnd.ms-project|Project (95)|CompObj=MSProject\.Project\.4_1
x-fmt/243|mpp|application/vnd.ms-project|Project (4)|CompObj=MSProject\.DocFile\.4
x-fmt/252|pub|application/x-mspublisher|Publisher (2)|Contents=^\xE8\xAC\x22\0[^]{8,20}\xC0\x02
x-fmt/253|pub|application/x-mspublisher|Publisher (95)|Contents=^\xE8\xAC\x22\0[^]{8,20}\x7D\0
x-fmt/254|pub|application/x-mspublisher|Publisher (97)|Contents=^\xE8\xAC\x22\0[^]{8,20}\x88\0
x-fmt/255|pub|application/x-mspublisher|Publisher (98)|Contents=^\xE8\xAC\x22\0[^]{8,20}\x68\x02
x-fmt/256|pub|application/x-mspublisher|Publisher (2000)|Contents=^\xE8\xAC\x22\0[^]{8,20}\xCD\x02
fmt/1512|pub|application/x-mspublisher|Publisher (2003)|Contents=^\xE8\xAC\x2C\0 && DocumentSummaryInformation=\x03\0\0\0[^]{2}\x0B
fmt/1513|pub|application/x-mspublisher|Publisher (2007)|Contents=^\xE8\xAC\x2C\0 && DocumentSummaryInformation=\x03\0\0\0[^]{2}\x0C
fmt/1514|pub|application/x-mspublisher|Publisher (2010)|Contents=^\xE8\xAC\x2C\0 && DocumentSummaryInformation=\x03\0\0\0[^]{2}\x0E
fmt/1515|pub|application/x-mspublisher|Publisher (2013)|Contents=^\xE8\xAC\x2C\0 && DocumentSummaryInformation=\x03\0\0\0[^]{2}\x0F
fmt/1516|pub|application/x-mspublisher|Publisher (2016-2019)|Contents=^\xE8\xAC\x2C\0 && DocumentSummaryInformation=\x03\0\0\0[^]{2}\x10
x-fmt/257|pub|application/x-mspublisher|Publisher (2002)|Contents=^\xE8\xAC\x2C\0[^]{8,20}\x0E\0
fmt/240|obd|application/x-msbinder|Office binder|Binder
fmt/258|wps|application/vnd.ms-works|Works word processor (5-6)|CompObj=Quill96 Story Group Class
fmt/233|wps|application/vnd.ms-works|Works word processor (3-4)|CompObj=Microsoft Works\0
fmt/682|db|application/x-thumbs-db|Windows thumbnails|Catalog=^\x10\0\x07\0
fmt/1303|shs|application/x-shell-scrap|Shell scrap object|ITEM000FMT=^\x02\0\x23\x33
x-fmt/56|fpx|image/vnd.fpx|FlashPix|CompObj=(FlashPix Object|56616700-C154-11CE-8553-00AA00A1F95B)
fmt/594|mix|image/x-photodraw|PhotoDraw|CompObj=Microsoft PhotoDraw version 1 Picture
fmt/936|mix|image/x-picture-it|Picture It!|CompObj=Microsoft Picture It! version 1 Picture
x-fmt/151|dsf|application/x-designer|Micrografx Designer|DesignerDoc
fmt/502|dgn|image/vnd.dgn|MicroStation drawing (V8)|Dgn~H
fmt/892|wpd|application/vnd.wordperfect|WordPerfect, compound (6+)|PerfectOffice_MAIN=^\xFFWPC[^]{4}\x01\x0A\x02\x02
fmt/877|shw|application/x-corelpresentations|Corel Presentations (7-9)|PerfectOffice_MAIN=^\xFFWPC[^]{4}\x0F\x0F\x02
fmt/836|wb3|application/x-quattro-pro|Quattro Pro (7-8)|PerfectOffice_MAIN=^\0\0\x02\0\x07\x10
fmt/837|qpw|application/x-quattro-pro|Quattro Pro (9+)|NativeContent_MAIN=^[^]{4}QPW9
x-fmt/174|p65|application/vnd.pagemaker|PageMaker (6, PC)|PageMaker=^[^]{6,128}\xFF\x99[^]{0,128}MP\0\x06
fmt/1719|p65|application/vnd.pagemaker|PageMaker (6, Mac)|PageMaker=^[^]{6,128}\x99\xFF[^]{0,128}PM\x06\0
x-fmt/181|p65|application/vnd.pagemaker|PageMaker (6.5, PC)|PageMaker=^[^]{6,128}\xFF\x99[^]{0,128}MP\x32\x06
fmt/1718|p65|application/vnd.pagemaker|PageMaker (6.5, Mac)|PageMaker=^[^]{6,128}\x99\xFF[^]{0,128}PM\x06\x32
fmt/876|p65 pmd|application/vnd.pagemaker|PageMaker|PageMaker
fmt/812|sdw|application/x-starwriter|StarOffice Writer (3)|StarWriterDocument=^SW3HDR
fmt/813|sdw|application/x-starwriter|StarOffice Writer (4)|StarWriterDocument=^SW4HDR
x-fmt/400|sdw|application/x-starwriter|StarOffice Writer (5)|StarWriterDocument=^SW5HDR
x-fmt/360|sdd|application/x-starimpress|StarOffice Impress (5)|CompObj=Presentation[^]{0,128}StarImpress 5\.0
fmt/815|sdd|application/x-starimpress|StarOffice Impress (4)|CompObj=Presentation[^]{0,128}StarDrawDocument 4\.0
fmt/814|sdd|application/x-starimpress|StarOffice Impress (3)|CompObj=Presentation[^]{0,128}StarDrawDocument\0
fmt/810|sda sdd|application/x-stardraw|StarOffice Draw (3)|CompObj=(StarDraw 3\.0|draw_StarDraw_30)
fmt/811|sda sdd|application/x-stardraw|StarOffice Draw (4)|CompObj=StarImpress 4\.0
x-fmt/401|sda sdd|application/x-stardraw|StarOffice Draw (5)|CompObj=(StarDraw 5\.0|draw_StarDraw_50)
fmt/809|sdc|application/x-starcalc|StarOffice Calc (4)|CompObj=StarCalc 4\.0
x-fmt/359|sdc|application/x-starcalc|StarOffice Calc (5)|CompObj=StarCalc 5\.0
fmt/808|sdc|application/x-starcalc|StarOffice Calc (3)|CompObj=StarCalcDocument
fmt/916|mxd|application/x-arcmap|ArcMap document|DataGraphs && Maps && PageLayout
fmt/989|3dd|application/x-arcglobe|ArcGlobe document|Scene && StyleGallery && View=^[^]{8}G\0l\0o\0b\0e
fmt/988|sxd|application/x-arcscene|ArcScene document|Scene && StyleGallery && View=^[^]{8}S\0c\0e\0n\0e
fmt/1366|pmf|application/x-arcreader|ESRI published map|Supplemental Stream=Map Produced with ArcGIS
fmt/1362|ptm|application/x-mappoint|MapPoint|Highlights && Journey
fmt/978|max|application/x-3dsmax|3ds Max|DocumentSummaryInformation=3ds [Mm]ax Version
fmt/1351|rfa|application/x-revit|Revit family (2019)|BasicFileInfo=Author: Autodesk Revit\r && PartAtom="application/rfa"
fmt/1350|rvt|application/x-revit|Revit project (2019)|BasicFileInfo=Author: Autodesk Revit\r
fmt/1349|rfa|application/x-revit|Revit family (2010)|BasicFileInfo=Revit Build: && PartAtom="application/rfa"
fmt/1348|rfa|application/x-revit|Revit family (2008)|BasicFileInfo=Revit Build:[^]{0,1024}\.rfa
fmt/1347|rvt|application/x-revit|Revit project (2008)|BasicFileInfo=Revit Build:
fmt/1346|rvt rfa|application/x-revit|Revit (4)|Formats && Contents
fmt/1084|hwp|application/x-hwp|Hangul document (5)|FileHeader=^HWP Document File
fmt/1400|jtd|application/x-js-taro|Ichitaro (8)|JSRV_SummaryInformation && Header=^SsmgV\.01
fmt/893|anb|application/x-analysts-notebook|Analyst's Notebook|SummaryInformation=Analyst's Notebook
fmt/1648|rpt|application/x-crystalreports|Crystal Reports|Contents && SummaryInformation=Crystal Reports
fmt/672|ppp|application/x-serif|Serif PagePlus (4)|SummaryInformation=Serif PagePlus 4
fmt/673|ppp|application/x-serif|Serif PagePlus (5)|SummaryInformation=Serif PagePlus 5
fmt/674|ppp|application/x-serif|Serif PagePlus (6)|SummaryInformation=Serif PagePlus 6
fmt/675|ppp|application/x-serif|Serif PagePlus (7)|SummaryInformation=Serif PagePlus 7
fmt/676|ppp|application/x-serif|Serif PagePlus (8)|SummaryInformation=Serif PagePlus (PDF Edition )?8
fmt/677|ppp|application/x-serif|Serif PagePlus (9)|SummaryInformation=Serif PagePlus 9
fmt/678|ppp|application/x-serif|Serif PagePlus (10)|SummaryInformation=Serif PagePlus 10
fmt/679|ppp|application/x-serif|Serif PagePlus (11)|SummaryInformation=Serif PagePlus 11
fmt/680|ppp|application/x-serif|Serif PagePlus (12)|SummaryInformation=Serif PagePlus 12
fmt/681|ppp|application/x-serif|Serif PagePlus (Home/Office)|SummaryInformation=Serif PagePlus Home/Office
fmt/1536|ppb|application/x-serif|Serif PagePlus (SE)|SummaryInformation=Serif PagePlus SE
fmt/671|ppp|application/x-serif|Serif PagePlus|FileInfo=^\xCE\x19\xCE\x19
fmt/827|dpp|application/x-serif|Serif DrawPlus (3)|SummaryInformation=DrawPlus 3
fmt/852|dpp|application/x-serif|Serif DrawPlus (4)|SummaryInformation=DrawPlus 4
fmt/853|dpp|application/x-serif|Serif DrawPlus (5)|SummaryInformation=DrawPlus 5
fmt/1519|dpp|application/x-serif|Serif DrawPlus (6)|SummaryInformation=DrawPlus 6
fmt/1520|dpp|application/x-serif|Serif DrawPlus (7)|SummaryInformation=DrawPlus 7
fmt/1521|dpp|application/x-serif|Serif DrawPlus (8)|SummaryInformation=DrawPlus 8
fmt/1522|dpp|application/x-serif|Serif DrawPlus (X2)|SummaryInformation=DrawPlus 9
fmt/1528|dpp|application/x-serif|Serif DrawPlus|DocInfo=CompressionFile
fmt/1517|spp|application/x-serif|Serif PhotoPlus (5-X2)|SCFFPreview && Contents=CompressionFile
fmt/971|mswmm|application/x-mswmm|Windows Movie Maker|ProducerData && WmtoolsValid
fmt/1125|jws|application/x-jasco|JASCO spectrum|DataInfo=^\x03\0\0\0\x01\0\0\0
fmt/1213|zmf|application/x-zoner|Zoner Callisto|Callisto_doc.zmf
fmt/1293|wpd|application/x-602text|602Text|CompObj=602Text\.Document
fmt/1294|wls|application/x-602tab|602Tab|MagicTab
fmt/1295|cce|application/x-calendar-creator|Calendar Creator event|Action && SummaryInformation=Calendar Creator
fmt/1296|cc3|application/x-calendar-creator|Calendar Creator (4)|Version4 && Contents=CCLayout
fmt/1297|bcc|application/x-calendar-creator|Calendar Creator (5-6)|Contents=^\xB2\x0D\0\0\x01
fmt/1298|bcc|application/x-calendar-creator|Calendar Creator (7-8)|Contents=^\xB7\x0D\0\0\x01
fmt/1300|pmx|application/x-printmaster|PrintMaster|PMW Document=^PrintMaster Gold Document
fmt/1330|zdl|application/x-avery|Avery DesignPro (4)|Contents=^#ADZ\x05\0\0\0\xFF\xFF\x02\x04
fmt/1331|zdl|application/x-avery|Avery DesignPro (5)|Contents=^#ADZ\x05\0\0\0\xFF\xFF\x02\x05
fmt/1332|albm|application/x-hp-album|HP photo album|AlbumAttributesStream
fmt/1353|ftw|application/x-familytree|Family Tree Maker (5-16)|NAME.NDX && GENERAL.DB=^\0{4}[\x05-\x0F]
fmt/1352|ftw fbk|application/x-familytree|Family Tree Maker (1-4)|NAME.NDX && GENERAL.DB=^\0{4}[\x01-\x04]
fmt/1360|ppf|image/x-picture-publisher|Picture Publisher (6-10)|Contents=^PPUBII
fmt/1371|opd|application/x-omnipage|OmniPage (10)|Data=^\x04\x01\0\0e\0\0\0Caere Omnipage OPD 10
fmt/1372|opd|application/x-omnipage|OmniPage (12)|page1 && Data=^\x04\x01\0\0
fmt/1373|opd|application/x-omnipage|OmniPage (18)|Page1 && Data=^ROS\0
fmt/1387|rvl|application/x-muvee|muvee autoProducer (6)|Muveonv60
fmt/1386|rvl|application/x-muvee|muvee autoProducer (1-5)|Muveon
fmt/1397|fls|application/x-faro|FARO laser scan|Main=iQscene: Scan Data
fmt/1398|fws|application/x-faro|FARO workspace|FrontEnd=iQscene: Front End
fmt/1416|dtp|application/x-gst|GST Publisher (2)|Contents=^DTPI
fmt/1878|art|application/x-gst|GST Art (2)|Contents=^[^]{16}GST:ART\0
fmt/1417|cph|application/x-corel-print-house|Corel Print House (1)|Contents=^\x01\x01[\0\x01]\0\x06
fmt/1418|cph|application/x-corel-print-house|Corel Print House (2)|Contents && Header=^\x01\x02[\0\x01]\0\x06
fmt/1419|cpd|application/x-corel-print-house|Corel Print House (3)|Contents && Header=^\x01\x03[\0\x01]\0\x07
fmt/1420|cpd|application/x-corel-print-house|Corel Print House (4)|Contents && Header=^\x01\x04[\0\x01]\0\x08
fmt/1421|cpd|application/x-corel-print-house|Corel Print House (5)|Contents && Header=^\x01\x05[\0\x01]\0\x08
fmt/1422|cps|image/x-corel-photo-house|Corel Photo House (1)|CGOContents && Header=^\x09\x03\0\0\x08\x0A
fmt/1432|mtw|application/x-minitab|Minitab worksheet (12)|Worksheet=^[^]{16}MTB12
fmt/1433|mtw|application/x-minitab|Minitab worksheet (13)|Worksheet=^[^]{16}MTB13
fmt/1434|mpj|application/x-minitab|Minitab project (12-13)|Index=MINITAB
fmt/1435|mtw|application/x-minitab|Minitab worksheet (14)|WorksheetInfo=^\x3B\0
fmt/1436|mpj|application/x-minitab|Minitab project (14)|ProjectInfo=^\x3B\0
fmt/1437|mtw|application/x-minitab|Minitab worksheet (15+)|WorksheetInfo=^\x5F\0
fmt/1438|mpj|application/x-minitab|Minitab project (15+)|ProjectInfo=^\x5F\0
fmt/1492|prs|application/x-harvard|Harvard Graphics presentation (4)|HgwPrsData=^\xDC\xFE
fmt/1493|jwc|application/x-jwc|NTI JewelCase Maker|Contents=^.{0,2}NTIJCMKR
fmt/1644|jwl|application/x-roxio-label|Roxio label (4-5)|Contents=^AJCD 
fmt/1645|jwl|application/x-roxio-label|Roxio label (6-7)|Contents=^ROXI 
fmt/1852|camrec|application/x-camtasia|Camtasia recording|Screen_Stream.avi && manifest.camxml=RecordingIsCamrec
fmt/1959|ofm|application/x-melco|Melco project|EdsIV Object=CPrjDefaults
`;

type Rule = {
  format: FormatName;
  puid: string;
  named: boolean;
  conditions: { entry: string; begins?: RegExp }[];
};

function parse(line: string): Rule {
  const [puid = '', extensions = '', mime = '', name = ''] = line.split('|', 4);
  const rest = line.slice(puid.length + extensions.length + mime.length + name.length + 4);
  const conditions = rest.split(' && ').map((condition) => {
    const at = condition.indexOf('=');
    if (at < 0) return { entry: condition.toLowerCase() };
    return { entry: condition.slice(0, at).toLowerCase(), begins: new RegExp(condition.slice(at + 1)) };
  });
  const format = { id: slug(name), name, mime, puid, extensions: extensions.split(' ') };
  return { format, puid, named: name !== '', conditions };
}

const rules = (table: string) => table.trim().split('\n').map(parse);
let zipRules: Rule[] | undefined;
let oleRules: Rule[] | undefined;

/** What a container holds by PRONOM, with its usual extension; `format` is given where no reader has a name of its own for it. */
export type Contained = { puid: string; extension: string; format?: FormatName };

/**
 * Holds the rules against a container. `has` tells whether there is an entry (in lower case, without control characters),
 * `begin` gives its first bytes as Latin-1 and is asked only for entries that are there.
 */
export async function contained(
  kind: 'zip' | 'ole',
  has: (entry: string) => boolean,
  begin: (entry: string) => Promise<string>,
): Promise<Contained | undefined> {
  if (kind === 'zip') zipRules ??= rules(zip);
  else oleRules ??= rules(ole);
  const begins = new Map<string, string>();
  const read = async (entry: string) => {
    const known = begins.get(entry) ?? (await begin(entry));
    begins.set(entry, known);
    return known;
  };
  for (const { puid, format, named, conditions } of (kind === 'zip' ? zipRules : oleRules) ?? []) {
    if (!conditions.every(({ entry }) => has(entry))) continue;
    let fits = true;
    for (const { entry, begins: pattern } of conditions) {
      if (!fits || !pattern) continue;
      const text = await read(entry);
      fits = pattern.test(text) || pattern.test(text.replaceAll('\0', ''));
    }
    const [extension = ''] = format.extensions;
    if (fits) return named ? { puid, extension, format } : { puid, extension };
  }
  return undefined;
}
