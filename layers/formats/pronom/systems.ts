/** Databases, archives, programs, fonts and disk images; the columns are explained in `table.ts`. */
export const systems = String.raw`
fmt/377|frx|application/x-foxpro|Visual FoxPro report|0.[\x01-\x0C][\x01-\x1F].{28}PLATFORM\0\0\0C.{20}UNIQUEID\0\0\0C.{52}OBJTYPE
fmt/379|vcx scx|application/x-foxpro|Visual FoxPro class library|0.[\x01-\x0C][\x01-\x1F].{28}PLATFORM\0\0\0C.{20}UNIQUEID\0\0\0C.{52}CLASS
fmt/380|pjx|application/x-foxpro|Visual FoxPro project|0.[\x01-\x0C][\x01-\x1F].{28}NAME\0{7}M.{20}TYPE\0{7}C.{20}ID\0
fmt/376|frx|application/x-foxpro|FoxPro report|\xF5.[\x01-\x0C][\x01-\x1F].{28}PLATFORM\0\0\0C
fmt/381|pjx|application/x-foxpro|FoxPro project|\xF5.[\x01-\x0C][\x01-\x1F].{28}NAME\0{7}M.{20}TYPE\0
fmt/382|dbc|application/x-foxpro|Visual FoxPro container|0.[\x01-\x0C][\x01-\x1F].{4}\x28\x02\xA5
x-fmt/8|dbf|application/vnd.dbf|dBASE II table|\x02.{2}[\0-\x1C][\0-\x1F].{2}[\0-\x03][A-Za-z].{10}[CNL]
x-fmt/9|dbf|application/vnd.dbf|dBASE III table|\x03.[\x01-\x0C][\x01-\x1F].{28}[A-Za-z].{10}[CDLMNF]
x-fmt/10|dbf|application/vnd.dbf|dBASE IV table|[\x04Cc\xCB\x7B\x8B\x8E].[\x01-\x0C][\x01-\x1F].{28}[A-Za-z].{10}[CDFLMN]
x-fmt/271|dbf|application/vnd.dbf|dBASE III table with memo|\x83.[\x01-\x0C][\x01-\x1F].{28}[A-Za-z].{10}[CDLMN]
fmt/373|dbf|application/vnd.dbf|FoxPro table|\xF5.[\x01-\x0C][\x01-\x1F].{28}[A-Za-z].{10}[BCDILMNPTY]
fmt/374|dbf|application/vnd.dbf|Visual FoxPro table|[012].[\x01-\x0C][\x01-\x1F].{28}[A-Za-z].{10}[BCDILMNPTY]
fmt/384|dct|application/x-foxpro|Visual FoxPro container memo|\0\0.{2}\0\0\0\x40.{504}\0\0\0\x01\0\0\0.\x0B
x-fmt/342|!fpt frt vct pjt|application/x-foxpro|FoxPro memo|\0.{3}\0\0\0[^\0].{504}(.{16})?\0\0\0[\0-\x02].{4}
fmt/375|!cdx|application/x-foxpro|FoxPro compound index|\0.\0\0.{8}\x0A\0
x-fmt/240|mdb|application/x-msaccess|Access (97)|\0\x01\0\0Standard Jet DB\0\0.{0,9000}?08\.\d\d
x-fmt/238|mdb|application/x-msaccess|Access (2.0)|\0\x01\0\0Standard Jet DB\0\0.{0,9000}?AccessVersion.{0,1024}?06\.\d\d
x-fmt/239|mdb|application/x-msaccess|Access (95)|\0\x01\0\0Standard Jet DB\0\0.{0,9000}?AccessVersion.{0,1024}?07\.\d\d
x-fmt/241|mdb|application/x-msaccess|Access (2000-2003)|\0\x01\0\0Standard Jet DB\0\x01
fmt/275|accdb|application/x-msaccess|Access (2007+)|\0\x01\0\0Standard ACE DB\0
x-fmt/66|mdb|application/x-msaccess|Access (2)|\x01\0\0\0.{0,9000}?AccessVersion.{0,32}?02\.\d\d
fmt/350|db|application/x-paradox|Paradox table (3)|.{2}\0\x08[\0\x02][\x01-\x04].{31}\0{4}.{16}[\x03\x04]
fmt/351|db|application/x-paradox|Paradox table (4-5)|.{2}\0\x08[\0\x02][\x01-\x04].{51}[\x05-\x09]
fmt/352|db|application/x-paradox|Paradox table (5-6)|.{2}\0\x08[\0\x02][\x01-\x20].{51}[\x0A\x0B]
x-fmt/147|db|application/x-paradox|Paradox table (7)|.{2}\0\x08[\0\x02][\x01-\x20].{51}\x0C
x-fmt/307|mb|application/x-paradox|Paradox memo|\0\x01\0.{8}\0\x10\0\x10.\x10\x40
x-fmt/318|fp3|application/x-filemaker|FileMaker Pro (3)|\0\x01\0\0\0\x02\0\x01\0\x05\0\x02\0\x02\xC0.{527}Pro 3
x-fmt/319|fp5|application/x-filemaker|FileMaker Pro (5)|\0\x01\0\0\0\x02\0\x01\0\x05\0\x02\0\x02\xC0.{527}Pro 5
fmt/1059|fm fmp|application/x-filemaker|FileMaker Pro (2)|\0\x01\0\0\0\x02\0\x01\0\x05\0\x02\0\x02\xC0.{527,560}Pro 2
fmt/194|fp7|application/x-filemaker|FileMaker Pro (7+)|.{14}\xC0HBAM7
fmt/1700|!gpkg|application/geopackage+sqlite3|GeoPackage|SQLite format 3\0
fmt/1700|gpkg|application/geopackage+sqlite3|GeoPackage|SQLite format 3\0.{52}GP(KG|1\d)
fmt/729|sqlite db sqlite3|application/vnd.sqlite3|SQLite (3)|SQLite format 3\0
fmt/868|frm|application/x-mysql|MySQL table definition|\xFE\x01.{3}\0.{21}\x02
fmt/572|dxl|application/x-dxl|Domino XML database|<\?xml version=["']1\.0["'].{1,128}?<(database|document)\s+xmlns=["']http://www\.lotus\.com/dxl
fmt/571|dxl|application/x-dxl|Domino XML document|<document form=["']
fmt/601|xpt|application/x-sas-xport|SAS catalogue transport (Windows)|.{92}XP_PRO.{0,16}?SAS9\.1 ~~ End of Object
fmt/602|xpt|application/x-sas-xport|SAS catalogue transport (Unix)|.{92}SunOS.{0,16}?SAS9\.1 ~~ End of Object
fmt/603|xpt|application/x-sas-xport|SAS data transport (Windows)|.{92}XP_PRO.{0,16}?SAS9\.1 ~~ End of Data
fmt/604|xpt|application/x-sas-xport|SAS data transport (Unix)|.{92}SunOS.{0,16}?SAS9\.1 ~~ End of Data
fmt/605|sas7bcat|application/x-sas|SAS catalogue (Windows)|.{84}SAS.{69}CATALOG.{45,80}?9\.01.{4}XP_PRO
fmt/606|sas7bcat|application/x-sas|SAS catalogue (Unix)|.{84}SAS.{69}CATALOG.{45,80}?9\.01.{4}SunOS
fmt/607|sas7bdat|application/x-sas|SAS data (Windows)|.{84}SAS.{69}DATA.{45,80}?9\.01.{4}XP_PRO
fmt/608|sas7bdat|application/x-sas|SAS data (Unix)|.{84}SAS.{69}DATA.{45,80}?9\.01.{4}SunOS
fmt/638|sav|application/x-spss-sav|SPSS data|\$FL2@\(#\)
fmt/997|por|application/x-spss-por|SPSS portable|.{40}ASCII SPSS PORT FILE
fmt/1028|dta|application/x-stata-dta|Stata data (102-103)|[fg][\x01\x02]\x01
fmt/1029|dta|application/x-stata-dta|Stata data (104)|h[\x01\x02]\x01\0
fmt/1034|dta|application/x-stata-dta|Stata data (114)|r[\x01\x02]\x01.{105}\0
fmt/1035|dta|application/x-stata-dta|Stata data (115)|s[\x01\x02]\x01.{105}\0
fmt/1036|dta|application/x-stata-dta|Stata data (117)|<stata_dta><header><release>117
fmt/1037|dta|application/x-stata-dta|Stata data (118)|<stata_dta><header><release>118
fmt/806|mat|application/x-matlab-data|MATLAB data (5)|MATLAB 5\.0.{114}(\0\x01IM|\x01\0MI)
fmt/889|feather|application/x-feather|Feather|FEA1
fmt/1199|rdata|application/x-r-data|R data|RD[AX][23]\n
x-fmt/264|rar|application/vnd.rar|RAR (2.0)|Rar!\x1A\x07\0.{2}s.{34}\x14
fmt/411|rar|application/vnd.rar|RAR (2.9)|Rar!\x1A\x07\0
fmt/613|rar|application/vnd.rar|RAR (5)|Rar!\x1A\x07\x01\0
fmt/484|7z|application/x-7z-compressed|7-Zip|7z\xBC\xAF'\x1C
x-fmt/266|gz|application/gzip|gzip|\x1F\x8B\x08
x-fmt/267|bz|application/x-bzip|bzip|BZ0
x-fmt/268|bz2|application/x-bzip2|bzip2|BZh.1AY&SY
fmt/1098|xz|application/x-xz|xz|\xFD7zXZ\0
fmt/439|bsdiff|application/x-bsdiff|BSDIFF|BSDIFF40
fmt/600|xar pkg|application/x-xar|XAR|xar!\0\x1C
x-fmt/219|arc|application/x-internet-archive|Internet Archive ARC (1.0)|filedesc://.{1,300}?text/plain .{1,16}?\n1 0 
fmt/410|arc|application/x-internet-archive|Internet Archive ARC (1.1)|filedesc://.{1,300}?text/plain .{1,16}?\n1 1 
fmt/1281|warc|application/warc|WARC (1.1)|.{0,4096}?WARC/1\.1\r\n
fmt/289|warc|application/warc|WARC|.{0,4096}?WARC/.{3,4}\r\n
x-fmt/269|zoo|application/x-zoo|ZOO archive|.{20}\xDC\xA7\xC4\xFD
fmt/329|shar|application/x-shar|Shell archive|(.{0,1936}?#!.?/bin/sh\n)?# This is a shell archive
fmt/399|sitx|application/x-stuffitx|StuffIt X|StuffIt!
fmt/639|sit|application/x-stuffit|StuffIt|StuffIt 
fmt/610|!arj|application/x-arj|ARJ|\x60\xEA
fmt/626|lha lzh|application/x-lzh-compressed|LHA|..-lh[014567d]-
fmt/635|!cpio|application/x-cpio|cpio|(\xC7\x71|\x71\xC7|07070[127])
x-fmt/216|ppz|application/vnd.ms-powerpoint|PowerPoint packaged presentation|MSCF.{20}\x03\x01.{1,60}?\.[Pp][Pp][Tt]
x-fmt/414|cab|application/vnd.ms-cab-compressed|Windows cabinet|MSCF.{20}\x03\x01
fmt/462||application/x-ms-compress-szdd|MS-DOS compressed (SZDD)|SZDD\x88\xF0'3
fmt/469||application/x-ms-compress-kwaj|MS-DOS compressed (KWAJ)|KWAJ\x88\xF0'\xD1
fmt/793|rpm|application/x-rpm|RPM (1)|\xED\xAB\xEE\xDB\x01
fmt/794|rpm|application/x-rpm|RPM (2)|\xED\xAB\xEE\xDB\x02
fmt/795|rpm|application/x-rpm|RPM (3)|\xED\xAB\xEE\xDB\x03
fmt/850|shk|application/x-nufx|NuFile archive|N\xF5F\xE9l\xE5
x-fmt/416|hqx|application/mac-binhex40|BinHex|\(This file must be converted with BinHex
fmt/468|iso|application/x-iso9660-image|ISO 9660 image|.{32769}CD001
fmt/625|!dmg img image|application/x-apple-diskcopy|Apple disk copy image|.{80}[\0-\x03][\x02\x12\x22\x24\x96]\x01\0
fmt/614|wim swm|application/x-ms-wim|Windows image|MSWIM
fmt/726|vdi|application/x-virtualbox-vdi|VirtualBox disk|.{64}\x7F\x10\xDA\xBE
fmt/803|e01|application/encase|EnCase image|EVF\x09\r\n\xFF\0
fmt/804|l01|application/x-encase-logical|EnCase logical evidence|LVF\x09\r\n\xFF\0
fmt/843|ad1|application/x-ad1|AccessData image (encrypted)|ADCRYPT
fmt/844|aff|application/x-aff|Advanced forensic format|AFF10\r\n\0
fmt/655|raw|application/x-kryoflux|KryoFlux stream (2.0)|.{0,54}?KryoFlux DiskSystem, version=2\.00
fmt/656|raw|application/x-kryoflux|KryoFlux stream (2.2)|.{0,54}?KryoFlux DiskSystem, version=2\.20
fmt/508|qic|application/x-qic|QIC host interchange|VTBL
fmt/779|pcap cap|application/vnd.tcpdump.pcap|Packet capture (pcap)|(\xD4\xC3\xB2\xA1|\xA1\xB2\xC3\xD4)
fmt/780|pcapng|application/vnd.tcpdump.pcap|Packet capture (pcapng)|\x0A\x0D\x0D\x0A.{4}(\x1A\x2B\x3C\x4D|\x4D\x3C\x2B\x1A)
fmt/781|snoop|application/x-snoop|Packet capture (snoop)|snoop\0\0\0\0\0\0\x02
fmt/904|log|application/x-btsnoop|Packet capture (Bluetooth)|btsnoop\0
fmt/899|exe dll sys|application/vnd.microsoft.portable-executable|Windows program (PE)|MZ.{126,9000}?PE\0\0
x-fmt/411|exe|application/x-dosexec|DOS or Windows program|MZ
fmt/688|elf|application/x-elf|ELF (32 bit, little-endian)|\x7FELF\x01\x01\x01
fmt/689|elf|application/x-elf|ELF (32 bit, big-endian)|\x7FELF\x01\x02\x01
fmt/690|elf|application/x-elf|ELF (64 bit, little-endian)|\x7FELF\x02\x01\x01
fmt/691|elf|application/x-elf|ELF (64 bit, big-endian)|\x7FELF\x02\x02\x01
fmt/692||application/x-mach-binary|Mach-O (32 bit)|(\xFE\xED\xFA\xCE|\xCE\xFA\xED\xFE)
fmt/693||application/x-mach-binary|Mach-O (64 bit)|(\xFE\xED\xFA\xCF|\xCF\xFA\xED\xFE)
fmt/694|dex|application/x-dex|Dalvik program|dex\n.{3}\0
fmt/695|odex|application/x-odex|Dalvik program (optimised)|dey\n.{3}\0
fmt/1070||application/x-pef|Preferred executable format|Joy!peff
x-fmt/415|class|application/java-vm|Java class|\xCA\xFE\xBA\xBE
fmt/939|pyc|application/x-python-code|Python compiled (2.7)|\x03\xF3\r\n
fmt/940|pyc|application/x-python-code|Python compiled (3.4)|\xEE\x0C\r\n
fmt/1079|pdb|application/x-ms-pdb|Microsoft program database|Microsoft C/C\+\+ MSF 7\.00
fmt/805|xbf|application/x-xbf|XAML binary|XBF\0
fmt/792|uef|application/x-uef|Unified emulator format|UEF File!\0
fmt/801|!tap|application/x-zx-tap|ZX Spectrum tape|\x13\0\0
x-fmt/428|lnk|application/x-ms-shortcut|Windows shortcut|L\0\0\0\x01\x14\x02\0
x-fmt/453|ttf|font/ttf|TrueType font|(\0\x01\0\0|true).{8,128}?OS/2.{0,256}?cmap
fmt/520|otf|font/otf|OpenType font|OTTO.{8,60}?CFF 
fmt/616|woff|font/woff|Web open font|wOFF
fmt/1172|woff2|font/woff2|Web open font (2)|wOF2
fmt/525|pfb|application/x-font-type1|Type 1 font (binary)|\x80\x01.{4}%!PS-AdobeFont-1\.0
fmt/509|pfm|application/x-font-pfm|Font metrics|\0\x01.{64}\x81\0
fmt/521|mmm|application/x-font-mmm|Multiple master metrics|\x0A\x01\x01\0Copyright 
fmt/526|lst|text/x-font-list|Adobe font list|%!Adobe-FontList
fmt/660||application/x-font-type1|Type 1 font (Macintosh)|.{82}LWFN
fmt/503||application/applefile|AppleDouble|.{0,196}?\0\x05\x16\x07\0\x02\0\0
fmt/394|ds_store|application/x-ds-store|Mac folder settings|.{0,3}?\x01Bud1\0\0
fmt/500|waf|application/x-waf|Internet Explorer for Mac cache|\.WAF\0\0\0L
fmt/866|webarchive|application/x-webarchive|Safari web archive|bplist00.{6,500}?WebMainResource
fmt/984|plist|application/x-bplist|Property list (binary)|bplist00
fmt/736|cwk|application/x-appleworks|ClarisWorks (1)|\x01.{3}BOBO
fmt/845|cwk|application/x-appleworks|ClarisWorks drawing (2)|\x02.{3}BOBO.{240}\0
fmt/846|cwk|application/x-appleworks|ClarisWorks text (2)|\x02.{3}BOBO.{240}\x01
fmt/847|cwk|application/x-appleworks|ClarisWorks spreadsheet (2)|\x02.{3}BOBO.{240}\x02
fmt/848|cwk|application/x-appleworks|ClarisWorks database (2)|\x02.{3}BOBO.{240}\x03
fmt/849|cwk|application/x-appleworks|ClarisWorks painting (2)|\x02.{3}BOBO.{240}\x04
fmt/737|cwk|application/x-appleworks|ClarisWorks (2)|\x02.{3}BOBO
fmt/738|cwk|application/x-appleworks|ClarisWorks drawing (4)|\x04.{3}BOBO.{248}\0
fmt/739|cwk|application/x-appleworks|ClarisWorks text (4)|\x04.{3}BOBO.{248}\x01
fmt/740|cwk|application/x-appleworks|ClarisWorks spreadsheet (4)|\x04.{3}BOBO.{248}\x02
fmt/741|cwk|application/x-appleworks|ClarisWorks database (4)|\x04.{3}BOBO.{248}\x03
fmt/742|cwk|application/x-appleworks|ClarisWorks painting (4)|\x04.{3}BOBO.{248}\x04
fmt/743|cwk|application/x-appleworks|AppleWorks drawing (5)|\x05.{3}BOBO.{260}\0
fmt/744|cwk|application/x-appleworks|AppleWorks text (5)|\x05.{3}BOBO.{260}\x01
fmt/745|cwk|application/x-appleworks|AppleWorks spreadsheet (5)|\x05.{3}BOBO.{260}\x02
fmt/746|cwk|application/x-appleworks|AppleWorks database (5)|\x05.{3}BOBO.{260}\x03
fmt/747|cwk|application/x-appleworks|AppleWorks painting (5)|\x05.{3}BOBO.{260}\x04
fmt/748|cwk|application/x-appleworks|AppleWorks drawing (6)|\x06.{3}BOBO.{270}\0
fmt/749|cwk|application/x-appleworks|AppleWorks text (6)|\x06.{3}BOBO.{270}\x01
fmt/750|cwk|application/x-appleworks|AppleWorks spreadsheet (6)|\x06.{3}BOBO.{270}\x02
fmt/751|cwk|application/x-appleworks|AppleWorks database (6)|\x06.{3}BOBO.{270}\x03
fmt/752|cwk|application/x-appleworks|AppleWorks painting (6)|\x06.{3}BOBO.{270}\x04
fmt/753|cwk|application/x-appleworks|AppleWorks presentation (6)|\x06.{3}BOBO.{270}\x05
fmt/888|qsd qst|application/x-quadrispace|QuadriSpace|\x9F\x08\x7CN
fmt/1064|pdb|application/x-pdb|Portable database (1)|!<><PDB><>!
fmt/1065|pdb|application/x-pdb|Portable database (2)|!<<PDB:II>>!
fmt/1066|pdb|application/x-pdb|Portable database (3)|!<<PDB:3>>!
fmt/510|pdb|application/x-teamplan|PowerProject Teamplan|.{43}Database Version
fmt/618|geo|application/x-geogebra|GeoGebra (serialised)|\xAC\xED\0\x05sr\0\x1Bgeogebra
fmt/470|tbk|application/x-toolbook|ToolBook|\x03JBO
fmt/670|p7m p7s|application/pkcs7-mime|PKCS #7 message|.{0,16}?\*\x86H\x86\xF7\r\x01\x07
fmt/452|cat|application/vnd.ms-pki.seccat|Security catalogue|\x30\x82.{2}\x06\x09\*\x86H\x86\xF7\r\x01\x07\x02
fmt/336|thn|image/x-thnl|Graphic Workshop thumbnail|THNL
fmt/358|idq|text/x-idq|Internet data query|.{0,3424}?\[Query\]
fmt/359|btr|application/x-btr|FrontPage index|\x1C\x01\0\0.{272}\x0C\0\0\0
fmt/288||text/x-vti|FrontPage configuration|.{0,1024}?vti_encoding:SR
fmt/498|lpk|text/x-lpk|ActiveX licence package|LPK License Package
fmt/495|cif|text/x-atco-cif|ATCO-CIF timetable|ATCO-CIF
fmt/883|sig|application/x-siegfried|Siegfried signatures|sf\0\xFF
fmt/1915|mso|application/x-mso|ActiveMime|ActiveMime
fmt/1186|pal|application/x-dr-halo|Dr. Halo palette|AH.{4}\x0A\0
fmt/1329|lpd|application/x-avery|Avery LabelPro|\xCC\xAA\x03\x02
fmt/1919|rev livecode|application/x-livecode|Revolution stack (2.7)|REVO2700
`;

/** Markup and other texts whose first lines name what they are. */
export const markup = String.raw`
fmt/91|svg|image/svg+xml|SVG (1.0)|{xml}<svg(?![^>]{0,600}version=["']1\.[12])
fmt/92|svg|image/svg+xml|SVG (1.1)|{xml}<svg[^>]{0,600}?version=["']1\.1
fmt/413|svg|image/svg+xml|SVG Tiny (1.2)|{xml}<svg[^>]{0,600}version=["']1\.2
fmt/244|kml|application/vnd.google-earth.kml+xml|KML|{xml}<kml[\s>]
fmt/1048|gfs|application/xml|GML class list (GDAL)|(\xEF\xBB\xBF)?(<\?xml[^>]{0,100}>)?\s{0,20}<GMLFeatureClassList[\s>]
fmt/583|vml|application/vnd.openxmlformats-officedocument.vmldrawing|VML|.{0,128}?xmlns:v="urn:schemas-microsoft-com:vml"
fmt/579|x3d|model/x3d+xml|X3D (3.0)|<\?xml.{0,80}?<!DOCTYPE X3D PUBLIC "ISO//Web3D//DTD X3D 3\.0
fmt/580|x3d|model/x3d+xml|X3D (3.1)|<\?xml.{0,80}?<!DOCTYPE X3D PUBLIC "ISO//Web3D//DTD X3D 3\.1
fmt/581|x3d|model/x3d+xml|X3D (3.2)|<\?xml.{0,80}?<!DOCTYPE X3D PUBLIC "ISO//Web3D//DTD X3D 3\.2
fmt/582|x3d|model/x3d+xml|X3D (3.3)|<\?xml.{0,80}?<!DOCTYPE X3D PUBLIC "ISO//Web3D//DTD X3D 3\.3
fmt/697|amf|application/x-amf|Additive manufacturing (AMF)|{xml}<amf[\s>]
fmt/663|ifcxml|application/xml|Industry Foundation Classes XML|{xml}.{0,40}?iso_10303_28
fmt/333|cml|chemical/x-cml|Chemical Markup Language|.{0,4000}?xmlns="http://www\.xml-cml\.org/schema"
fmt/496|txc|application/xml|TransXChange|{xml}<TransXChange
fmt/121|xml|application/xml|DROID signatures|.{0,50}?<FFSignatureFile 
fmt/120|xml|application/xml|DROID file collection|.{0,50}?<FileCollection 
fmt/475|msc|application/xml|Management console|<\?xml.{0,40}?<MMC_ConsoleFile 
fmt/570|xmp|application/rdf+xml|XMP packet|<\?xpacket begin=.{0,80}?<x:xmpmeta
fmt/1134|gpx|application/gpx+xml|GPX (1.1)|{xml}<gpx[^>]{0,600}version=["']1\.1
fmt/979|plist|application/x-plist|Property list (XML)|{xml}(<!DOCTYPE plist[^>]*>\s*)?<plist[\s>]
fmt/932|xmcd|application/x-mathcad|Mathcad worksheet|{xml}<worksheet .{0,80}?mathsoft
fmt/1189|xml|application/xml|Ogre mesh (XML)|<mesh>.{0,64}?<submeshes>
x-fmt/280|xsd|application/xml|XML schema|{xml}<(xsd?:)?schema[\s>]
fmt/102|html htm|application/xhtml+xml|XHTML (1.0)|.{0,1024}?<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1\.0
fmt/103|html htm|application/xhtml+xml|XHTML (1.1)|.{0,1024}?<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1\.1
fmt/97|html htm|text/html|HTML (2.0)|.{0,1024}?<!(DOCTYPE|doctype) (HTML|html) (PUBLIC|public)\s+"-//.{1,16}?//(DTD|dtd) .{0,64}?(HTML|html) 2\.0
fmt/98|html htm|text/html|HTML (3.2)|.{0,1024}?<!(DOCTYPE|doctype) (HTML|html) (PUBLIC|public)\s+"-//.{1,16}?//(DTD|dtd) .{0,64}?(HTML|html) 3\.2
fmt/99|html htm|text/html|HTML (4.0)|.{0,1024}?<!(DOCTYPE|doctype) (HTML|html) (PUBLIC|public)\s+"-//.{1,16}?//(DTD|dtd) .{0,64}?(HTML|html) 4\.0[ /]
fmt/100|html htm|text/html|HTML (4.01)|.{0,1024}?<!(DOCTYPE|doctype) (HTML|html) (PUBLIC|public)\s+"-//.{1,16}?//(DTD|dtd) .{0,64}?(HTML|html) 4\.01
fmt/471|html htm|text/html|HTML (5)|.{0,1024}?<!(DOCTYPE|doctype).{0,4}?(HTML|html)
fmt/96|html htm|text/html|HTML|.{0,1024}?<(HTML|html)
fmt/101|xml|application/xml|XML (1.0)|.{0,3}<\?xml version=["']1\.0
`;
