/** Pictures and drawings for print; the columns are explained in `table.ts`. */
export const images = String.raw`
fmt/3|gif|image/gif|GIF (87a)|GIF87a
fmt/4|gif|image/gif|GIF (89a)|GIF89a
fmt/935|png apng|image/apng|Animated PNG|\x89PNG\r\n\x1A\n\0\0\0\rIHDR.{0,4000}?acTL
fmt/13|png|image/png|PNG (1.2)|\x89PNG\r\n\x1A\n\0\0\0\rIHDR.{0,9000}?iTXt
fmt/12|png|image/png|PNG (1.1)|\x89PNG\r\n\x1A\n\0\0\0\rIHDR.{0,9000}?(iCCP|sPLT|sRGB)
fmt/11|png|image/png|PNG (1.0)|\x89PNG\r\n\x1A\n
fmt/528|mng|video/x-mng|MNG|\x8AMNG\r\n\x1A\n
fmt/529|jng|image/x-jng|JNG|\x8BJNG\r\n\x1A\n
fmt/112|spf jpg|image/jpeg|SPIFF (1.0)|\xFF\xD8\xFF\xE8..SPIFF\0\x01\0
fmt/113|spf jpg|image/jpeg|SPIFF (2.0)|\xFF\xD8\xFF\xE8..SPIFF\0\x02
fmt/1507|jpg jpeg|image/jpeg|Exif JPEG (2.3)|\xFF\xD8\xFF.{0,30}Exif\0\0.{0,4000}?(\x90\0\0\x07\0\0\0\x04|\0\x90\x07\0\x04\0\0\0)023[0-9]
fmt/645|jpg jpeg|image/jpeg|Exif JPEG (2.21)|\xFF\xD8\xFF.{0,30}Exif\0\0.{0,4000}?(\x90\0\0\x07\0\0\0\x04|\0\x90\x07\0\x04\0\0\0)0221
x-fmt/391|jpg jpeg|image/jpeg|Exif JPEG (2.2)|\xFF\xD8\xFF.{0,30}Exif\0\0.{0,4000}?(\x90\0\0\x07\0\0\0\x04|\0\x90\x07\0\x04\0\0\0)0220
x-fmt/390|jpg jpeg|image/jpeg|Exif JPEG (2.1)|\xFF\xD8\xFF.{0,30}Exif\0\0.{0,4000}?(\x90\0\0\x07\0\0\0\x04|\0\x90\x07\0\x04\0\0\0)0210
x-fmt/398|jpg jpeg|image/jpeg|Exif JPEG (2.0)|\xFF\xD8\xFF.{0,30}Exif\0\0.{0,4000}?(\x90\0\0\x07\0\0\0\x04|\0\x90\x07\0\x04\0\0\0)0200
fmt/42|jpg jpeg|image/jpeg|JFIF JPEG (1.00)|\xFF\xD8\xFF\xE0..JFIF\0\x01\0
fmt/43|jpg jpeg|image/jpeg|JFIF JPEG (1.01)|\xFF\xD8\xFF\xE0..JFIF\0\x01\x01
fmt/44|jpg jpeg|image/jpeg|JFIF JPEG (1.02)|\xFF\xD8\xFF\xE0..JFIF\0\x01\x02
fmt/149|jls|image/jls|JPEG-LS|\xFF\xD8\xFF\xF7
fmt/41|jpg jpeg|image/jpeg|JPEG stream|\xFF\xD8\xFF
fmt/117|bmp dib|image/bmp|Windows bitmap (3.0 NT)|BM.{12}\x28\0\0\0.{12}\x03\0\0\0
fmt/115|bmp dib|image/bmp|Windows bitmap (2.0)|BM.{4}\0\0\0\0.{4}\x0C\0\0\0
fmt/116|bmp dib|image/bmp|Windows bitmap (3.0)|BM.{4}\0\0\0\0.{4}\x28\0\0\0
fmt/118|bmp dib|image/bmp|Windows bitmap (4.0)|BM.{12}\x6C\0\0\0
fmt/119|bmp dib|image/bmp|Windows bitmap (5.0)|BM.{12}\x7C\0\0\0
x-fmt/270|bmp|image/bmp|OS/2 bitmap (2.0)|(BM|BA).{12}[\x40\x10]\0\0\0
x-fmt/418|ico|image/vnd.microsoft.icon|Windows icon|\0\0\x01\0[\x01-\x1E]\0.{2}[\x10\0\x02\x04].{11}\0\0
fmt/1185|icns|image/icns|Apple icon|icns.{4}
fmt/152|dng|image/x-adobe-dng|Digital Negative (1.1)|(II\*\0.{0,4080}?\x12\xC6\x01\0\x04\0\0\0\x01\x01\0\0|MM\0\*.{0,4080}?\xC6\x12\0\x01\0\0\0\x04\x01\x01\0\0)
fmt/436|dng|image/x-adobe-dng|Digital Negative (1.0)|(II\*\0.{0,4080}?\x12\xC6\x01\0\x04\0\0\0\x01\0\0\0|MM\0\*.{0,4080}?\xC6\x12\0\x01\0\0\0\x04\x01\0\0\0)
fmt/437|dng|image/x-adobe-dng|Digital Negative (1.2)|(II\*\0.{0,4080}?\x12\xC6\x01\0\x04\0\0\0\x01\x02\0\0|MM\0\*.{0,4080}?\xC6\x12\0\x01\0\0\0\x04\x01\x02\0\0)
fmt/438|dng|image/x-adobe-dng|Digital Negative (1.3)|(II\*\0.{0,4080}?\x12\xC6\x01\0\x04\0\0\0\x01\x03\0\0|MM\0\*.{0,4080}?\xC6\x12\0\x01\0\0\0\x04\x01\x03\0\0)
fmt/730|dng|image/x-adobe-dng|Digital Negative (1.4)|(II\*\0.{0,4080}?\x12\xC6\x01\0\x04\0\0\0\x01\x04\0\0|MM\0\*.{0,4080}?\xC6\x12\0\x01\0\0\0\x04\x01\x04\0\0)
fmt/1842|dng|image/x-adobe-dng|Digital Negative (1.6)|(II\*\0.{0,4080}?\x12\xC6\x01\0\x04\0\0\0\x01\x06\0\0|MM\0\*.{0,4080}?\xC6\x12\0\x01\0\0\0\x04\x01\x06\0\0)
fmt/592|cr2|image/x-canon-cr2|Canon raw (CR2)|II\*\0\x10\0\0\0CR\x02\0
fmt/593|crw|image/x-canon-crw|Canon raw (CRW)|II\x1A\0\0\0HEAPCCDR
fmt/642|raf|image/x-fuji-raf|Fujifilm raw|FUJIFILMCCD-RAW
fmt/668|orf|image/x-olympus-orf|Olympus raw|(IIRO|IIRS|MMOR)
fmt/662|rw2 raw|image/x-panasonic-rw2|Panasonic raw|IIU\0
fmt/669|mrw|image/x-minolta-mrw|Minolta raw|\0MRM
fmt/661|x3f|image/x-sigma-x3f|Sigma raw|FOVb
fmt/202|nef|image/x-nikon-nef|Nikon raw (NEF)|(II\*\0|MM\0\*).{6,2150}?NIKON.{1,9000}?RAW
fmt/154|tif tiff|image/tiff|TIFF/EP|(II\*\0.{0,4000}?\x16\x92\x01\0\x04\0\0\0\x01\0\0\0|MM\0\*.{0,4000}?\x92\x16\0\x01\0\0\0\x04\x01\0\0\0)
fmt/155|tif tiff|image/tiff|GeoTIFF|(II\*\0.{0,4000}?\xAF\x87\x03\0|MM\0\*.{0,4000}?\x87\xAF\0\x03)
fmt/156|tif tiff|image/tiff-fx|TIFF-FX|(II\*\0.{0,4000}?\x90\x01\x04\0\x01\0\0\0|MM\0\*.{0,4000}?\x01\x90\0\x04\0\0\0\x01)
fmt/153|tif tiff|image/tiff|TIFF/IT|(II\*\0.{0,4000}?\x32\x84\x02\0|MM\0\*.{0,4000}?\x84\x32\0\x02)
x-fmt/387|tif tiff|image/tiff|Exif TIFF (2.2)|(II\*\0.{0,4000}?\0\x90\x07\0\x04\0\0\0|MM\0\*.{0,4000}?\x90\0\0\x07\0\0\0\x04)0220
x-fmt/388|tif tiff|image/tiff|Exif TIFF (2.1)|(II\*\0.{0,4000}?\0\x90\x07\0\x04\0\0\0|MM\0\*.{0,4000}?\x90\0\0\x07\0\0\0\x04)0210
x-fmt/399|tif tiff|image/tiff|Exif TIFF (2.0)|(II\*\0.{0,4000}?\0\x90\x07\0\x04\0\0\0|MM\0\*.{0,4000}?\x90\0\0\x07\0\0\0\x04)0200
fmt/463|jpm|image/jpm|JPEG 2000 compound (JPM)|\0\0\0\x0CjP  \r\n\x87\n\0\0\0.ftypjpm 
fmt/151|jpx jpf|image/jpx|JPEG 2000 extended (JPX)|\0\0\0\x0CjP  \r\n\x87\n\0\0\0.ftypjpx 
fmt/337|mj2 mjp2|video/mj2|Motion JPEG 2000|\0\0\0\x0CjP  \r\n\x87\n\0\0\0.ftypmjp2
x-fmt/392|jp2|image/jp2|JPEG 2000 (JP2)|\0\0\0\x0CjP  \r\n\x87\n\0\0\0.ftypjp2 
x-fmt/92|psd|image/vnd.adobe.photoshop|Photoshop document|8BPS\0\x01
fmt/996|psb|image/vnd.adobe.photoshop|Photoshop large document|8BPS\0\x02
fmt/567|webp|image/webp|WebP (lossless)|RIFF.{4}WEBPVP8L
fmt/568|webp|image/webp|WebP (extended)|RIFF.{4}WEBPVP8X
fmt/566|webp|image/webp|WebP (lossy)|RIFF.{4}WEBPVP8
fmt/86|pcx|image/x-pcx|PCX (0)|\x0A\0\x01[\x01\x02\x04\x08]
fmt/87|pcx|image/x-pcx|PCX (2)|\x0A\x02\x01[\x01\x02\x04\x08]
fmt/88|pcx|image/x-pcx|PCX (3)|\x0A\x03\x01[\x01\x02\x04\x08]
fmt/89|pcx|image/x-pcx|PCX (4)|\x0A\x04\x01[\x01\x02\x04\x08]
fmt/90|pcx|image/x-pcx|PCX (5)|\x0A\x05\x01[\x01\x02\x04\x08]
x-fmt/348|dcx|image/x-dcx|DCX multi-page PCX|\xB1\x68\xDE\x3A
fmt/345|emf|image/emf|Enhanced metafile (3.0)|\x01\0\0\0(\x6C\0\0\0.{32} EMF\0\0\x01\0|.{36} EMF\0\0\x01\0.{16}(.{28})?\x6C\0\0\0)
fmt/344|emf|image/emf|Enhanced metafile (2.0)|\x01\0\0\0(\x64\0\0\0.{32} EMF\0\0\x01\0|.{36} EMF\0\0\x01\0.{16}\x64\0\0\0)
x-fmt/119|wmf|image/wmf|Windows metafile|(\xD7\xCD\xC6\x9A\0\0|[\x01\x02]\0\x09\0\0[\x01\x03])
x-fmt/383|fits fit fts|image/fits|FITS|SIMPLE  =\ {20}T
fmt/193|dpx|image/x-dpx|DPX (1.0)|(SDPX|XPDS).{4}V1\.0
fmt/541|dpx|image/x-dpx|DPX (2.0)|(SDPX|XPDS).{4}V2\.0
fmt/1001|exr|image/x-exr|OpenEXR (2)|v/1\x01\x02
fmt/591|hdr|image/vnd.radiance|Radiance RGBE|#\?(RADIANCE|RGBE)\n
x-fmt/208|xpm|image/x-xpixmap|X pixmap|/\* XPM \*/
x-fmt/164|pbm|image/x-portable-bitmap|Portable bitmap (text)|P1[\s][#\d\s]
x-fmt/178|ppm|image/x-portable-pixmap|Portable pixmap (text)|P3[\s][#\d\s]
fmt/408|ppm ppmb|image/x-portable-pixmap|Portable pixmap (binary)|P6[\s][#\d\s]
fmt/409|pbm pbmb|image/x-portable-bitmap|Portable bitmap (binary)|P4\s.{0,2}?[#\d]
fmt/590|jxr wdp hdp|image/jxr|JPEG XR|II\xBC[\0\x01]
fmt/1484|jxl|image/jxl|JPEG XL|(\xFF\x0A|\0\0\0\x0CJXL \r\n\x87\n)
fmt/1101|heic heif|image/heic|HEIF|.{4}ftyp(heic|heix|mif1|msf1|hevc)
fmt/303|cgm|image/cgm|Computer graphics metafile, binary (1)|\0[\x20-\x3F].{0,300}?\x10\x22\0\x01
fmt/304|cgm|image/cgm|Computer graphics metafile, binary (2)|\0[\x20-\x3F].{0,300}?\x10\x22\0\x02
fmt/305|cgm|image/cgm|Computer graphics metafile, binary (3)|\0[\x20-\x3F].{0,300}?\x10\x22\0\x03
fmt/306|cgm|image/cgm|Computer graphics metafile, binary (4)|\0[\x20-\x3F].{0,300}?\x10\x22\0\x04
x-fmt/142|cgm|image/cgm|Computer graphics metafile, text|(?:BegMF|BEGMF|BEGIN METAFILE)
x-fmt/80|pct pict|image/x-pict|Macintosh PICT (1.0)|.{522}\x11\x01
fmt/341|pct pict|image/x-pict|Macintosh PICT (2.0)|.{522}\0\x11\x02\xFF\x0C\0
fmt/1778|pct|image/x-pict|PICT stream|.{10}\0\x11\x02\xFF\x0C\0\xFF
fmt/402|tga|image/x-tga|Targa (2.0)|.{1,16} ~~ TRUEVISION-XFILE\.\0$
fmt/574|dcm|application/dicom|DICOM|.{128}DICM
fmt/1042|wpg|image/x-wpg|WordPerfect graphics (2)|\xFFWPC.{4}\x01\x16\x02\0
x-fmt/395|wpg|image/x-wpg|WordPerfect graphics (1)|\xFFWPC\x10\0\0\0\x01\x16\x01\0
fmt/386|ani|application/x-navi-animation|Windows animated cursor|RIFF.{4}ACON
fmt/114|ddb bmp|image/bmp|Windows bitmap (1.0)|\0\0.{6}\x01[\x01\x04\x08]
fmt/385|cur|image/x-win-bitmap|Windows cursor|\0\0\x02\0[\x01-\x09]\0.{3}\0
fmt/898|zif|image/x-zif|Zoomify image (ZIF)|II\+\0\x08\0\0\0\x10\0{7}
fmt/1917|tif tf8 btf|image/tiff|BigTIFF|(II\+\0\x08\0\0\0|MM\0\+\0\x08\0\0)
fmt/1312|cch|image/x-corelchart|CorelCHART (2)|II\*\0.{4}3DF\.0002 04d
fmt/1313|cch|image/x-corelchart|CorelCHART|II\*\0.{4}CorelCHART V
fmt/1061|iiq|image/x-phaseone-iiq|Phase One raw (IIQ)|II\*\0.{4}IIIICwaR
fmt/1063|mos|image/x-leaf-mos|Leaf raw|MM\0\*.{4,9000}?PKTS\0\0\0\x01
fmt/1060|cap|image/x-phaseone-raw|Phase One raw|(MMMMRawT|IIIITwaR)
fmt/191|arw|image/x-sony-arw|Sony raw (ARW)|II\*\0.{0,512}?SONY.{0,2048}?ARW
fmt/641|erf|image/x-epson-erf|Epson raw|MM\0\*.{304}EPSON DSC Picture
fmt/211|pcd|image/x-photo-cd|Kodak Photo CD|\xFF{32}.{2016}PCD
x-fmt/153|emf|image/emf|Enhanced metafile (1.0)|\x01\0\0\0(\x58\0\0\0.{32} EMF\0\0\x01\0|.{36} EMF\0\0\x01\0.{16}\x58\0\0\0)
fmt/255|djv djvu|image/vnd.djvu|DjVu|AT&TFORM
fmt/318|djv djvu|image/vnd.djvu|Secure DjVu|SDJV
x-fmt/140|rgb bw sgi|image/x-sgi-bw|Silicon Graphics image|\x01\xDA[\0\x01][\x01\x02]\0[\x01-\x03]
x-fmt/184|ras sun|image/x-sun-raster|Sun raster|\x59\xA6\x6A\x95
fmt/405|pam|image/x-portable-arbitrarymap|Portable any map|P7.{0,80}WIDTH
fmt/406|pgm pgmb|image/x-portable-graymap|Portable graymap (binary)|P5\s
fmt/407|pgm pgma|image/x-portable-graymap|Portable graymap (text)|P2\s[#\d\s]
x-fmt/233|psp|image/x-paintshoppro|Paint Shop Pro image (3)|Paint Shop Pro Image File\n\x1A\0{5}\x03\0
x-fmt/377|psp|image/x-paintshoppro|Paint Shop Pro image (4)|Paint Shop Pro Image File\n\x1A\0{5}\x04\0
x-fmt/234|psp|image/x-paintshoppro|Paint Shop Pro image (5)|Paint Shop Pro Image File\n\x1A\0{5}\x05\0
x-fmt/297|psp|image/x-paintshoppro|Paint Shop Pro image (6)|Paint Shop Pro Image File\n\x1A\0{5}\x06\0
x-fmt/298|psp|image/x-paintshoppro|Paint Shop Pro image (7)|Paint Shop Pro Image File\n\x1A\0{5}\x07\0
x-fmt/376|pspimage|image/x-paintshoppro|Paint Shop Pro image (8)|Paint Shop Pro Image File\n\x1A\0{5}\x08\0
fmt/348|pspimage|image/x-paintshoppro|Paint Shop Pro image (9)|Paint Shop Pro Image File\n\x1A\0{5}\x09\0
fmt/349|pspimage|image/x-paintshoppro|Paint Shop Pro image (X)|Paint Shop Pro Image File\n\x1A\0{5}\x0A\0
fmt/217|jbf|application/x-jbf|Paint Shop Pro browser cache|JASC BROWS FILE\0
fmt/1002|nrrd|image/x-nrrd|NRRD (1)|NRRD00(\.01|01)
fmt/1003|nrrd|image/x-nrrd|NRRD (2)|NRRD0002
fmt/1004|nrrd|image/x-nrrd|NRRD (3)|NRRD0003
fmt/1005|nrrd|image/x-nrrd|NRRD (4)|NRRD0004
fmt/1006|nrrd|image/x-nrrd|NRRD (5)|NRRD0005
x-fmt/299|xbm|image/x-xbitmap|X bitmap (X10)|\#define .{1,30}?_width .{1,16}?\#define .{1,30}?_height .{0,300}?static unsigned short
x-fmt/207|xbm|image/x-xbitmap|X bitmap (X11)|\#define .{1,30}?_width .{1,16}?\#define .{1,30}?_height .{1,300}?static (unsigned )?char
x-fmt/300|xdm xwd|image/x-xwindowdump|X window dump (X10)|\0\0\0\x28\0\0\0\x06
fmt/401|xwd xdm|image/x-xwindowdump|X window dump (X11)|\0\0\0.\0\0\0\x07\0\0\0[\0\x01\x02]\0\0\0[\x01-\x20]
x-fmt/159|img|image/x-gem|GEM image|\0\x01\0\x08\0[\x01\x04]\0\x02
x-fmt/170|pic|image/x-pcpaint|PC Paint bitmap|\x34\x12.{9}\xFF
x-fmt/320|fif|image/fif|Fractal image|FIF\x01
fmt/364|ntf|application/vnd.nitf|NITF (1.1)|NITF01\.10
fmt/365|ntf|application/vnd.nitf|NITF (2.0)|NITF02\.00
fmt/366|ntf|application/vnd.nitf|NITF (2.1)|NITF02\.10
fmt/383|img vic vicar|image/x-vicar|VICAR|LBLSIZE=\d
fmt/392|sid|image/x-mrsid|MrSID|msid
fmt/577|ics|image/x-ics|Image Cytometry Standard (1)|\x09\r?\nics_version\x091\.0
fmt/578|ics|image/x-ics|Image Cytometry Standard (2)|\x09\r?\nics_version\x092\.0
fmt/615|xcf|image/x-xcf|GIMP image|gimp xcf 
fmt/665|cd5|image/x-cd5|Chasys Draw image|_CD5\x10\0\0\0\x1A
fmt/666|art|image/x-jg|AOL ART image|JG[\x03\x04]\x0E
x-fmt/82|pic|application/vnd.lotus-1-2-3|Lotus 1-2-3 chart|\x01\0\0\0\x01\0\x08\0\x44\0\0\0\0\x0C\x7F\x09\x06
fmt/687|bpg|image/bpg|Better Portable Graphics|BPG\xFB
fmt/727|cpc cpi|image/x-cpc|Cartesian perceptual compression|CPC\xB2
fmt/994|jif|image/x-jif|Jeff's image format|JIF99a
fmt/1040|dds|image/vnd.ms-dds|DirectDraw surface|DDS \x7C\0\0\0
fmt/881|mdi|image/vnd.ms-modi|Microsoft Document Imaging|EP\*\0
fmt/798|nii|application/x-nifti|NIfTI|.{344}n[i+]1\0
fmt/519|ptm|image/x-ptm|Polynomial texture map|PTM_1\.2\nPTM_FORMAT_
x-fmt/290|sdw|image/x-ami-draw|AMI Draw image|AMI_METAFILE_FORMAT VERSION
x-fmt/215|gem|application/x-gem-metafile|GEM metafile (1)|\xFF\xFF(\0\x18\0d|\x18\0d\0)
fmt/542|gem|application/x-gem-metafile|GEM metafile (2)|\xFF\xFF(\0[\x18\x0E]\0e|[\x18\x0E]\0e\0)
fmt/543|gem|application/x-gem-metafile|GEM metafile (3)|\xFF\xFF\x18\x006\x01
fmt/338|iff lbm|image/x-ilbm|Interleaved bitmap (ILBM)|FORM.{4}ILBM
x-fmt/29|cdr|application/x-coreldraw|CorelDRAW (6)|RIF[FX].{4}CDR6vrsn
x-fmt/291|cdr|application/x-coreldraw|CorelDRAW (7)|RIF[FX].{4}CDR7vrsn
x-fmt/292|cdr|application/x-coreldraw|CorelDRAW (8)|RIF[FX].{4}CDR8vrsn
x-fmt/374|cdr|application/x-coreldraw|CorelDRAW (9)|RIF[FX].{4}CDR9vrsn
x-fmt/375|cdr|application/x-coreldraw|CorelDRAW (10)|RIF[FX].{4}CDRAvrsn
x-fmt/378|cdr|application/x-coreldraw|CorelDRAW (11)|RIF[FX].{4}CDRBvrsn
x-fmt/379|cdr|application/x-coreldraw|CorelDRAW (3)|RIFF.{4}CDR vrsn
fmt/427|cdr|application/x-coreldraw|CorelDRAW (12)|RIF[FX].{4}CDRCvrsn
fmt/428|cdr|application/x-coreldraw|CorelDRAW (X3)|RIF[FX].{4}CDRDvrsn
fmt/464|cdr|application/x-coreldraw|CorelDRAW (5)|RIFF.{4}CDR5vrsn
fmt/465|cdr|application/x-coreldraw|CorelDRAW (4)|RIFF.{4}CDR4vrsn
fmt/466|cdr|application/x-coreldraw|CorelDRAW (2)|WLm\0
fmt/467|cdr|application/x-coreldraw|CorelDRAW (1)|WLe\0
x-fmt/34|cmx|image/x-cmx|Corel presentation exchange (5)|RIF[FX].{4}CMX1.{62}1
x-fmt/35|cmx|image/x-cmx|Corel presentation exchange (6/7)|RIF[FX].{4}CMX1.{62}2
x-fmt/33|clk|application/x-corel-rave|Corel R.A.V.E. (1)|RIFF.{4}CARAvrsn
fmt/431|clk|application/x-corel-rave|Corel R.A.V.E. (2)|RIFF.{4}CARBvrsn
fmt/432|clk|application/x-corel-rave|Corel R.A.V.E. (3)|RIFF.{4}CARCvrsn
x-fmt/303|fh3|image/x-freehand|FreeHand (3)|FH31
x-fmt/53|fh5|image/x-freehand|FreeHand (5)|AGD1
fmt/544|fh7|image/x-freehand|FreeHand (7)|AGD2
fmt/545|fh8|image/x-freehand|FreeHand (8)|AGD3
fmt/546|fh9|image/x-freehand|FreeHand (9)|AGD4
fmt/547|fh10|image/x-freehand|FreeHand (10)|\x1C\x01\0\0\x02\0\x04.{0,60}?FreeHand10
fmt/400|fh11|image/x-freehand|FreeHand (MX)|\x1C\x01\0\0\x02\0\x04.{0,60}?FreeHand11
x-fmt/20|ai|application/illustrator|Illustrator (1.0)|%!PS-Adobe-2\.0.{1,2096}?(Creator: ?Adobe Illustrator\(TM\) 1\.[01]|ProcSets: ?Adobe_Illustrator_1\.)
fmt/417|ai|application/illustrator|Illustrator (88)|%!PS-Adobe-2\.0.{1,2096}?(Illustrator(\(TM\) 88| 88\(TM\))|ProcSets: ?Adobe_Illustrator_?88)
fmt/418|ai|application/illustrator|Illustrator (3)|%!PS-Adobe-[23]\.0.{16,2000}?procset Adobe_IllustratorA?_AI3
fmt/419|ai|application/illustrator|Illustrator (4)|%!PS-Adobe-3\.0.{1,128}?Creator: Adobe Illustrator\(TM\) for Windows, version 4
fmt/563|ai|application/illustrator|Illustrator (CS3)|%!PS-Adobe-3\.0.{128,1024}?%AI5_FileFormat 1[0-9]
fmt/420|ai|application/illustrator|Illustrator (5)|%!PS-Adobe-3\.0.{128,1024}?%AI5_FileFormat 1
fmt/422|ai|application/illustrator|Illustrator (6)|%!PS-Adobe-3\.0.{128,1024}?%AI5_FileFormat 2
fmt/423|ai|application/illustrator|Illustrator (7)|%!PS-Adobe-3\.0.{128,1024}?%AI5_FileFormat 3
fmt/557|ai|application/illustrator|Illustrator (8)|%!PS-Adobe-3\.0.{128,1024}?%AI5_FileFormat 4
fmt/124|eps epsf|application/postscript|Encapsulated PostScript (3.0)|(\xC5\xD0\xD3\xC6.{0,400}?)?%!PS-Adobe-3\.[01] EPSF-3\.0
fmt/122|eps epsf|application/postscript|Encapsulated PostScript (1.2)|(\xC5\xD0\xD3\xC6.{0,400}?)?%!PS-Adobe-2\.0 EPSF-1\.2
fmt/123|eps epsf|application/postscript|Encapsulated PostScript (2.0)|(\xC5\xD0\xD3\xC6.{0,400}?)?%!PS-Adobe-2\.0 EPSF-2\.0
x-fmt/91|ps|application/postscript|PostScript (1.0)|%!PS-Adobe-1\.0
x-fmt/406|ps|application/postscript|PostScript (2.0)|%!PS-Adobe-2\.0
x-fmt/407|ps|application/postscript|PostScript (2.1)|%!PS-Adobe-2\.1
x-fmt/408|ps|application/postscript|PostScript (3.0)|%!PS-Adobe-3\.0
fmt/501|ps|application/postscript|PostScript (3.1)|%!PS-Adobe-3\.1
fmt/196|indd ind|application/x-indesign|InDesign (CS)|\x06\x06\xED\xF5\xD8\x1D\x46\xE5\xBD\x31\xEF\xE7\xFE\x74\xB7\x1DDOCUMENT[\x01\x02].{4}(\x03\0\0\0|\0\0\0\x03)
fmt/548|indd ind|application/x-indesign|InDesign (CS2)|\x06\x06\xED\xF5\xD8\x1D\x46\xE5\xBD\x31\xEF\xE7\xFE\x74\xB7\x1DDOCUMENT[\x01\x02].{4}(\x04\0\0\0|\0\0\0\x04)
fmt/549|indd ind|application/x-indesign|InDesign (CS3)|\x06\x06\xED\xF5\xD8\x1D\x46\xE5\xBD\x31\xEF\xE7\xFE\x74\xB7\x1DDOCUMENT[\x01\x02].{4}(\x05\0\0\0|\0\0\0\x05)
fmt/550|indd ind|application/x-indesign|InDesign (CS4)|\x06\x06\xED\xF5\xD8\x1D\x46\xE5\xBD\x31\xEF\xE7\xFE\x74\xB7\x1DDOCUMENT[\x01\x02].{4}(\x06\0\0\0|\0\0\0\x06)
fmt/551|indd ind|application/x-indesign|InDesign (CS5)|\x06\x06\xED\xF5\xD8\x1D\x46\xE5\xBD\x31\xEF\xE7\xFE\x74\xB7\x1DDOCUMENT[\x01\x02].{4}(\x07\0\0\0|\0\0\0\x07)
fmt/552|indd ind|application/x-indesign|InDesign (CS6)|\x06\x06\xED\xF5\xD8\x1D\x46\xE5\xBD\x31\xEF\xE7\xFE\x74\xB7\x1DDOCUMENT[\x01\x02].{4}(\x08\0\0\0|\0\0\0\x08)
x-fmt/450|indd ind|application/x-indesign|InDesign|\x06\x06\xED\xF5\xD8\x1D\x46\xE5\xBD\x31\xEF\xE7\xFE\x74\xB7\x1DDOCUMENT
x-fmt/28|cal|image/x-cals|CALS raster|srcdocid:
fmt/353|tif tiff|image/tiff|TIFF|(II\*\0|MM\0\*)
`;
