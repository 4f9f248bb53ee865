namespace BriefingBot.Retrieval;

/// <summary>Finds the terms of a run of Han, kana and Hangul: overlapping pairs, of Korean words without their endings.</summary>
internal ref struct PairScanner(ReadOnlySpan<char> run)
{
    private readonly ReadOnlySpan<char> _run = run;
    private int _wordEnd;
    private int _stemEnd;
    private int _next;
    private bool _isHangul;

    /// <summary>Within the run.</summary>
    public int Start { get; private set; }

    /// <summary>One or two characters; of a stop word all.</summary>
    public int Length { get; private set; }

    public bool IsStopWord { get; private set; }

    /// <summary>The characters, the last syllable of a Korean verb as its stem has it: 무너진, 무너졌, 무너져 are 무너지.</summary>
    /// <param name="buffer">Of two characters; holds the term where it is not as the text has it.</param>
    public readonly ReadOnlySpan<char> Term(Span<char> buffer)
    {
        var pair = _run.Slice(Start, Length);
        if (!_isHangul || IsStopWord || Length < 2 || Start + Length < _stemEnd || KoreanWords.Plain(pair[1]) is var plain && plain == pair[1])
            return pair;

        (buffer[0], buffer[1]) = (pair[0], plain);
        return buffer;
    }

    /// <summary>Moves to the next term; false at the end.</summary>
    public bool Next()
    {
        if (_next >= _wordEnd && !NextWord())
            return false;

        Start = _next;
        Length = IsStopWord ? _wordEnd - _next : Math.Min(2, _stemEnd - _next);
        _next = IsStopWord || _next + 2 >= _stemEnd ? _wordEnd : _next + 1;
        return true;
    }

    private bool NextWord()
    {
        if (_wordEnd == _run.Length)
            return false;

        _next = _wordEnd;
        _isHangul = KoreanWords.IsHangul(_run[_next]);
        while (_wordEnd < _run.Length && KoreanWords.IsHangul(_run[_wordEnd]) == _isHangul)
            _wordEnd++;
        var word = _run[_next.._wordEnd];
        IsStopWord = _isHangul && KoreanWords.IsStopWord(word);
        _stemEnd = _isHangul ? _next + KoreanWords.StemLength(word) : _wordEnd;
        return true;
    }
}
