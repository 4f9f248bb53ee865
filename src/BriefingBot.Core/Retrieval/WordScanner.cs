using System.Text;

namespace BriefingBot.Retrieval;

internal enum WordKind
{
    None,
    Word,
    Number,

    /// <summary>A run of Han, kana or Hangul, which is written without spaces or searched by pairs.</summary>
    Ideographs,
}

/// <summary>Finds the words of a text one after another.</summary>
internal ref struct WordScanner(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _next;

    /// <summary>Where the current word starts.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends, exclusive.</summary>
    public readonly int End => _next;

    public readonly ReadOnlySpan<char> Word => _text[Start.._next];

    /// <summary>Moves to the next word; <see cref="WordKind.None"/> at the end.</summary>
    public WordKind Next()
    {
        var i = _next;
        while (i < _text.Length && !IsAsciiWordChar(_text[i]) && (_text[i] < 128 || WordLength(i) == 0))
            i++;

        Start = i;
        _next = i;
        if (i == _text.Length)
            return WordKind.None;

        if (IsIdeograph(_text[i]))
        {
            while (_next < _text.Length && IsIdeograph(_text[_next]))
                _next++;
            return WordKind.Ideographs;
        }

        if (char.IsAsciiDigit(_text[i]) && TakeNumber())
            return WordKind.Number;

        TakeWord();
        return WordKind.Word;
    }

    /// <summary>Digits with grouping commas and one decimal point; not taken if letters follow, as in "5G".</summary>
    private bool TakeNumber()
    {
        var i = SkipDigits(_next);
        while (i + 3 < _text.Length && _text[i] == ',' && SkipDigits(i + 1) == i + 4)
            i += 4;
        if (i + 1 < _text.Length && _text[i] == '.' && char.IsAsciiDigit(_text[i + 1]))
            i = SkipDigits(i + 1);
        if (i < _text.Length && WordLength(i) > 0)
            return false;

        _next = i;
        return true;
    }

    private readonly int SkipDigits(int at)
    {
        while (at < _text.Length && char.IsAsciiDigit(_text[at]))
            at++;
        return at;
    }

    private void TakeWord()
    {
        var i = _next;
        while (true)
        {
            while (i < _text.Length && IsAsciiWordChar(_text[i]))
                i++;
            if (i == _text.Length || _text[i] == ' ')
                break;

            var width = _text[i] >= 128 && !IsIdeograph(_text[i]) ? WordLength(i) : 0;
            if (width > 0)
                i += width;
            else if (JoinsWord(i))
                i++;
            else
                break;
        }

        _next = i;
    }

    /// <summary>An apostrophe between letters, or the point of an abbreviation such as U.S.</summary>
    private readonly bool JoinsWord(int at)
    {
        if (at + 1 >= _text.Length || at == Start)
            return false;

        var after = _text[at + 1];
        if (_text[at] is '\'' or '’' or 'ʼ')
            return char.IsLetter(after);

        var letterBefore = char.IsAsciiLetterUpper(_text[at - 1]) && (at - 1 == Start || _text[at - 2] == '.');
        return _text[at] == '.' && letterBefore && char.IsAsciiLetterUpper(after) && (at + 2 == _text.Length || !char.IsLetter(_text[at + 2]));
    }

    /// <summary>How many units of a word stand here: 0, 1, or 2 for a surrogate pair.</summary>
    private readonly int WordLength(int at)
    {
        var c = _text[at];
        if (c < 128)
            return IsAsciiWordChar(c) ? 1 : 0;
        if (char.IsSurrogate(c))
            return Rune.DecodeFromUtf16(_text[at..], out var rune, out var width) == System.Buffers.OperationStatus.Done && Rune.IsLetterOrDigit(rune) ? width : 0;
        return char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.SpacingCombiningMark ? 1 : 0;
    }

    private static bool IsAsciiWordChar(char c) => char.IsAsciiLetterOrDigit(c);

    private static bool IsIdeograph(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u4DBF')
        or (>= '\u4E00' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF') or (>= '\uF900' and <= '\uFAFF');
}
