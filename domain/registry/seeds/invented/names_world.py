"""Names of invented people who came from elsewhere: each name in the spellings in which desks meet it.

The spellings of a name are one line: Latin ones first, then the script of the country, where it has its own.
"""

from dataclasses import dataclass

Spellings = tuple[str, ...]


@dataclass(frozen=True)
class Origin:
    """A country: how many of a thousand people come from it, its language here, and its names, commonest first."""

    citizenship: str
    language: str
    share: int
    women: tuple[Spellings, ...]
    men: tuple[Spellings, ...]
    families: tuple[Spellings, ...]


def _names(lines: str) -> tuple[Spellings, ...]:
    return tuple(tuple(line.strip().split("/")) for line in lines.strip().splitlines())


_MAGHREB = Origin(
    "MA",
    "ar",
    24,
    _names(
        """Fatima/Fatma/Fatimah/فاطمة
        Khadija/Khadidja/Kadija/خديجة
        Aicha/Aisha/عائشة
        Meryem/Maryam/Mariam/مريم
        Zahra/Zohra/زهرة
        Naima/Naïma/نعيمة
        Samira/Samirah/سميرة
        Latifa/Latefa/لطيفة
        Rachida/Rashida/رشيدة
        Hanane/Hanan/حنان
        Souad/Suad/سعاد
        Malika/Malica/مليكة"""
    ),
    _names(
        """Mohamed/Mohammed/Muhammad/Mohammad/محمد
        Ahmed/Ahmad/أحمد
        Youssef/Yusuf/Yousef/يوسف
        Mustapha/Mostafa/Mustafa/مصطفى
        Hassan/Hasan/حسن
        Abderrahim/Abdelrahim/عبدالرحيم
        Brahim/Ibrahim/إبراهيم
        Said/Saïd/سعيد
        Rachid/Rashid/رشيد
        Khalid/Khaled/خالد
        Omar/Umar/عمر
        Abdellah/Abdullah/عبدالله
        Karim/Kareem/كريم
        Tarik/Tariq/طارق"""
    ),
    _names(
        """El Amrani/Elamrani/Al Amrani/العمراني
        Benali/Ben Ali/بنعلي
        El Idrissi/Elidrissi/الإدريسي
        Bouazza/Buazza/بوعزة
        Chaoui/Shaoui/الشاوي
        El Mansouri/Almansouri/Mansouri/المنصوري
        Haddad/Hadad/حداد
        Bennani/Benani/بناني
        Tazi/Tazzi/التازي
        Lahlou/Lahlu/لحلو
        El Fassi/Elfassi/الفاسي
        Berrada/Berada/برادة
        Ziani/Zyani/الزياني
        Naciri/Nasiri/الناصري
        Kabbaj/Kabbadj/القباج
        Filali/Filaly/الفيلالي"""
    ),
)
_UKRAINE = Origin(
    "UA",
    "uk",
    14,
    _names(
        """Oksana/Oxana/Оксана
        Olena/Elena/Олена
        Iryna/Irina/Ірина
        Kateryna/Katerina/Ekaterina/Катерина
        Nataliia/Natalia/Nataliya/Наталія
        Svitlana/Svetlana/Світлана
        Tetiana/Tatiana/Tetyana/Тетяна
        Liudmyla/Lyudmila/Ludmila/Людмила
        Yuliia/Yulia/Julia/Юлія
        Halyna/Galina/Галина
        Mariia/Maria/Mariya/Марія"""
    ),
    _names(
        """Oleksandr/Aleksandr/Alexander/Олександр
        Serhii/Serhiy/Sergei/Сергій
        Volodymyr/Vladimir/Володимир
        Andrii/Andriy/Andrey/Андрій
        Mykola/Nikolay/Микола
        Vasyl/Vasil/Василь
        Dmytro/Dmitri/Dmitry/Дмитро
        Petro/Petr/Петро
        Ihor/Igor/Ігор
        Taras/Тарас"""
    ),
    _names(
        """Shevchenko/Ševčenko/Sevcenko/Шевченко
        Melnyk/Melnik/Мельник
        Bondarenko/Bondarencko/Бондаренко
        Kovalenko/Kowalenko/Коваленко
        Tkachenko/Tkatchenko/Tkačenko/Ткаченко
        Kravchenko/Kravčenko/Кравченко
        Oliynyk/Oliinyk/Oleinik/Олійник
        Lysenko/Lisenko/Лисенко
        Polishchuk/Polischuk/Polishuk/Поліщук
        Savchuk/Savčuk/Савчук
        Hrytsenko/Gritsenko/Гриценко
        Moroz/Мороз
        Zakharchenko/Zaharchenko/Захарченко"""
    ),
)
_ROMANIA = Origin(
    "RO",
    "ro",
    26,
    _names(
        "Elena\nMaria\nIoana/Joana\nMihaela/Michaela\nCristina/Christina\nAlexandra\nAndreea/Andrea\nȘtefania/Stefania"
    ),
    _names(
        "Ion\nGheorghe/George\nMihai/Mihail\nȘtefan/Stefan\nVasile\nConstantin/Costantin\nNicolae/Nicolai\nCristian"
    ),
    _names(
        """Popescu
        Ionescu/Jonescu
        Dumitrescu
        Stănescu/Stanescu
        Munteanu/Muntean
        Țăran/Taran
        Gheorghiu/Georghiu
        Moldoveanu/Moldovanu
        Ungureanu/Unguryanu
        Șerban/Serban"""
    ),
)
_CHINA = Origin(
    "CN",
    "zh",
    9,
    _names("Xiaoli/Xiao Li/小丽\nMei/美\nYan/燕\nXiuying/Xiu Ying/秀英\nLing/玲\nFang/芳"),
    _names("Wei/伟\nXiaoming/Xiao Ming/小明\nJianguo/Jian Guo/建国\nQiang/强\nJun/军\nGuohua/Guo Hua/国华"),
    _names("Wang/王\nLi/李\nZhang/张\nChen/陈\nHu/胡\nZhou/周\nLin/林\nZhao/赵\nHuang/黄\nXu/徐"),
)
_SUBCONTINENT = Origin(
    "BD",
    "en",
    13,
    _names(
        "Fatema/Fatima\nNasrin/Nasreen/নাসরিন\nShirin/Shireen\nRokeya/Rokeia\nSimran\nHarpreet/Harprit\nManpreet/Manprit"
    ),
    _names(
        """Mohammad/Mohammed/Muhammad/মোহাম্মদ
        Abdul Karim/Abdulkarim
        Rafiqul/Rafikul
        Jahangir/Jahangeer
        Gurpreet/Gurprit
        Harjit/Harjeet
        Sukhwinder/Sukhvinder
        Kamrul/Kamarul"""
    ),
    _names(
        """Rahman/Rahaman/রহমান
        Hossain/Hussain/Hossein/হোসেন
        Singh/Sing/ਸਿੰਘ
        Kaur/Kour/ਕੌਰ
        Chowdhury/Choudhury/Chaudhry
        Hoque/Haque
        Talukder/Talukdar
        Sarkar/Sarker
        Bhuiyan/Bhuyan"""
    ),
)
_ALBANIA = Origin(
    "AL",
    "sq",
    11,
    _names("Mirela/Mirella\nElona\nArta\nVjollca/Violca\nDrita\nXhoana/Joana"),
    _names("Arben\nIlir\nBesnik\nShpëtim/Shpetim\nGëzim/Gezim\nXhevahir/Gevahir"),
    _names("Hoxha/Hodja\nShehu/Scehu\nDervishi/Dervisci\nKrasniqi/Krasnichi\nGjoka/Gioka\nÇela/Cela\nBerisha/Beriscia"),
)
ORIGINS = (_ROMANIA, _MAGHREB, _UKRAINE, _SUBCONTINENT, _ALBANIA, _CHINA)
