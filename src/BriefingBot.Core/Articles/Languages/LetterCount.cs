namespace BriefingBot.Articles;

/// <summary>How many letters of each script a text has, and of those that only one language of a script writes.</summary>
internal readonly struct LetterCount
{
    private readonly int _letters;
    private readonly int _hangul;
    private readonly int _kana;
    private readonly int _han;
    private readonly int _cyrillic;
    private readonly int _ukrainian;
    private readonly int _russian;
    private readonly int _hardSign;
    private readonly int _belarusian;
    private readonly int _southSlavic;

    public LetterCount(ReadOnlySpan<char> sample)
    {
        foreach (var c in sample)
        {
            _letters += char.IsLetter(c) ? 1 : 0;
            switch (c)
            {
                case < '\u0400':
                    break;
                case <= '\u04FF':
                    _cyrillic++;
                    _ukrainian += c is 'і' or 'ї' or 'є' or 'ґ' or 'І' or 'Ї' or 'Є' or 'Ґ' ? 1 : 0;
                    _russian += c is 'ы' or 'э' or 'ё' or 'Ы' or 'Э' or 'Ё' ? 1 : 0;
                    _hardSign += c is 'ъ' ? 1 : 0;
                    _belarusian += c is 'ў' ? 1 : 0;
                    _southSlavic += c is 'ј' or 'љ' or 'њ' or 'ћ' or 'ђ' or 'џ' or 'ѓ' or 'ќ' ? 1 : 0;
                    break;
                case >= '\u1100' and <= '\u11FF':
                case >= '\uAC00' and <= '\uD7A3':
                    _hangul++;
                    break;
                case >= '\u3040' and <= '\u30FF':
                    _kana++;
                    break;
                case >= '\u4E00' and <= '\u9FFF':
                    _han++;
                    break;
            }
        }
    }

    /// <summary>Whether most letters are Cyrillic.</summary>
    public bool IsCyrillic => 2 * _cyrillic > _letters;

    /// <summary>The language that the script alone tells; null if it leaves several.</summary>
    public string? East => _letters == 0 ? null
        : 3 * _hangul > _letters ? "ko"
        : 10 * _kana > _letters ? "ja"
        : 3 * _han > _letters ? "zh"
        : null;

    /// <summary>Of a Cyrillic text, the language that its own letters tell; null if it has none of them.</summary>
    /// <remarks>The hard sign is frequent in Bulgarian, which has neither ы nor э; ў is Belarusian, ј and the like Serbian and Macedonian.</remarks>
    public string? Slavic => 8 * _belarusian > Math.Max(_russian, _ukrainian) ? "be"
        : 8 * _southSlavic > Math.Max(_russian, _ukrainian) ? "sr"
        : _ukrainian > _russian ? "uk"
        : _russian > 0 ? "ru"
        : 50 * _hardSign > _cyrillic && _cyrillic > 200 ? "bg"
        : null;
}
