using System.Text.RegularExpressions;

namespace BriefingBot.Articles;

/// <summary>What a plain text says of itself in its own lines.</summary>
/// <param name="Title">Empty if no line is one.</param>
/// <param name="Parts">The marked lines, in order.</param>
internal sealed record TextMarks(string Title, string? Author, DateOnly? Published, string? Language, IReadOnlyList<ArticlePart> Parts);

/// <summary>Marks the lines of a plain text that are not the story: header, title, standfirst, date, captions, byline, biography, headlines of other stories.</summary>
internal sealed partial class PlainText
{
    private const int LongestTitleInChars = 250;
    private const int LongestPreambleInParagraphs = 12;
    private const int LongestByline = 120;

    private readonly string _text;
    private readonly List<TextSpan> _paragraphs;
    private readonly PartKind?[] _kinds;
    private string? _author;
    private DateOnly? _header;
    private DateOnly? _published;
    private string? _language;

    private PlainText(string text)
    {
        _text = text;
        _paragraphs = Paragraphs.Split(text);
        _kinds = new PartKind?[_paragraphs.Count];
    }

    /// <param name="text">Line ends normalised.</param>
    /// <param name="hasTitle">Whether the text begins with its title; false where the title stands apart.</param>
    public static TextMarks Mark(string text, bool hasTitle)
    {
        var marks = new PlainText(text);
        marks.MarkLines();
        var title = hasTitle ? marks.MarkTitle() : -1;
        marks.MarkStandfirst(title);
        marks.MarkCaptionsAboveCredits();
        marks.MarkForeignHeadlines();
        marks.MarkBiography();
        return marks.Result(title);
    }

    private ReadOnlySpan<char> Line(int paragraph) => _text.AsSpan(_paragraphs[paragraph].Start, _paragraphs[paragraph].Length);

    private bool EndsAsSentence(int paragraph) => Line(paragraph).TrimEnd("\"'”’»)") is [.., '.' or '!' or '?' or '…' or '。' or ':' or ';' or ','];

    private void MarkLines()
    {
        for (var i = 0; i < _paragraphs.Count; i++)
        {
            var line = Line(i);
            if (i < LongestPreambleInParagraphs && Header().Match(line.ToString()) is { Success: true } header)
            {
                _kinds[i] = PartKind.Date;
                _header = WrittenDate.Find(header.Groups[1].Value);
                _language = Language.FromCode(header.Groups[2].Value);
            }
            else if (i < LongestPreambleInParagraphs && (LoneDate().IsMatch(line) || NamedDay.IsAlone(line)))
            {
                _kinds[i] = PartKind.Date;
                _published ??= WrittenDate.Find(line) ?? AsHeaderReads(line);
            }
            else if (line.Length <= LongestByline && Byline().Match(line.ToString()) is { Success: true } byline && (i < LongestPreambleInParagraphs || byline.Groups[1].ValueSpan.EndsWith(":")))
            {
                _kinds[i] = PartKind.Byline;
                _author ??= byline.Groups[2].Value.Trim().TrimEnd('.', ',');
            }
            else if (Credit().IsMatch(line))
            {
                _kinds[i] = PartKind.Caption;
            }
            else if (Correction().IsMatch(line))
            {
                _kinds[i] = PartKind.Correction;
            }
            else if (Promotion().IsMatch(line))
            {
                _kinds[i] = PartKind.ForeignHeadline;
            }
        }
    }

    // 02/07/2024 can be read two ways; a header that fixes the day settles it.
    private DateOnly? AsHeaderReads(ReadOnlySpan<char> line)
    {
        var (dayFirst, monthFirst) = WrittenDate.Readings(line);
        return _header is { } header && (header == dayFirst || header == monthFirst) ? header : null;
    }

    private int MarkTitle()
    {
        var first = Array.FindIndex(_kinds, kind => kind is null);
        if (first < 0 || first >= LongestPreambleInParagraphs || _paragraphs.Count < 2 || Line(first).Length > LongestTitleInChars || Line(first)[^1] is '.' or ',' or ';' or ':')
        {
            return -1;
        }

        _kinds[first] = PartKind.Title;
        return first;
    }

    // A standfirst has no full stop, or a date, byline or caption stands between it and the story.
    private void MarkStandfirst(int title)
    {
        var next = title + 1;
        if (title < 0 || next + 1 >= _paragraphs.Count || _kinds[next] is not null)
        {
            return;
        }

        if (!EndsAsSentence(next) || _kinds[next + 1] is PartKind.Date or PartKind.Byline or PartKind.Caption)
        {
            _kinds[next] = PartKind.Standfirst;
        }
    }

    // The picture's own short description often stands on the line above its caption.
    private void MarkCaptionsAboveCredits()
    {
        for (var i = 0; i + 1 < _paragraphs.Count; i++)
        {
            if (_kinds[i] is null && _kinds[i + 1] is PartKind.Caption && !EndsAsSentence(i))
            {
                _kinds[i] = PartKind.Caption;
            }
        }
    }

    private void MarkForeignHeadlines()
    {
        for (var i = 0; i < _paragraphs.Count; i++)
        {
            if (_kinds[i] is null && LooksLikeHeadline(i) && Neighbour(i, -1) && Neighbour(i, +1))
            {
                _kinds[i] = PartKind.ForeignHeadline;
            }
        }
    }

    private bool LooksLikeHeadline(int paragraph)
    {
        const int FewestWords = 4;
        const int MostWords = 22;
        var line = Line(paragraph);
        return !EndsAsSentence(paragraph)
            && char.IsLetterOrDigit(line[^1])
            && (char.IsUpper(line[0]) || line[0] is '“' or '‘' or '"' or '\'')
            && line.Count(' ') + 1 is >= FewestWords and <= MostWords;
    }

    // Between paragraphs of whole sentences, or at the end: a list of short lines is not a row of headlines.
    private bool Neighbour(int paragraph, int step)
    {
        var at = paragraph + step;
        while (at >= 0 && at < _paragraphs.Count && _kinds[at] is PartKind.Caption or PartKind.ForeignHeadline or PartKind.Byline)
        {
            at += step;
        }

        return at < 0 ? false : at >= _paragraphs.Count || _kinds[at] is not null || EndsAsSentence(at);
    }

    private void MarkBiography()
    {
        const int MostParagraphs = 2;
        for (var i = _paragraphs.Count - 1; i > 0 && i >= _paragraphs.Count - MostParagraphs; i--)
        {
            var story = Array.FindIndex(_kinds, kind => kind is null);
            var afterByline = Enumerable.Range(0, i).Any(before => before > _paragraphs.Count - 5 && before > story && _kinds[before] is PartKind.Byline);
            if (_kinds[i] is null && (afterByline || IsBiography(Line(i).ToString())))
            {
                _kinds[i] = PartKind.Biography;
            }
        }
    }

    private bool IsBiography(string line) =>
        Biography().IsMatch(line) || (_author is not null && line.StartsWith(_author, StringComparison.Ordinal) && Works().IsMatch(line));

    private TextMarks Result(int title) => new(
        title < 0 ? "" : Line(title).ToString(),
        _author,
        _published ?? _header,
        _language,
        [.. _paragraphs.Zip(_kinds).Where(line => line.Second is not null).Select(line => new ArticlePart(line.First, line.Second!.Value))]);

    [GeneratedRegex(@"^\s*date:?\s+(\d{4}-\d{2}-\d{2})(?:\s+([A-Za-z]{2,10}))?\s*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Header();

    [GeneratedRegex(@"^(?:(?:first )?(?:published|updated|posted|date|last (?:updated|modified))(?: on| at)?:?\s*)?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?(?:\d{1,2}:\d{2}\s*(?:[ap]\.?m\.?)?,?\s*(?:[A-Z]{2,4})?,?\s+)?(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{4}|[a-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[a-z]{3,9}\.?,?\s+\d{4})[ ,|·–-]*(?:(?:at )?\d{1,2}[:.]\d{2}[^.]{0,24})?$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex LoneDate();

    [GeneratedRegex(@"^(authors?:|written by:?|words by:?|reporting by:?|by)\s+(\p{Lu}[\p{L}'’.-]+(?:[ ,]+(?:and |y |& )?[\p{L}'’.-]+){0,7})$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Byline();

    [GeneratedRegex(@"(?:\b(?:photo |image |picture )?credit:\s*\S.{0,60}$|\b(?:photo|image|photograph|picture|illustration|screenshot)(?:graph)?(?: by|:)\s*\S|\((?:AP|Reuters|AFP|Getty)[^)]{0,40}\)\s*$|via (?:Getty Images|AP|Reuters)|/(?:AFP|AP|Reuters|Getty Images|EPA)\b[^.]{0,30}$|©.{0,80}$|^(?:in )?(?:photos|pictures):|\bhide caption\b)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Credit();

    [GeneratedRegex(@"^\W*(?:corrections?|clarification|editor[’']s note|updated? to correct)\b.{0,40}:|\b(?:an earlier|a previous|the original) version of this (?:article|story|report)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Correction();

    [GeneratedRegex(@"^(?:read (?:more|also|next)|see also|also read|related(?: (?:stories|articles?|news|topics))?|more (?:on|from|about) .{0,60}|recommended|don[’']t miss|watch|listen)\s*(?::|>|→|$)|^(?:advertisement|sign up|subscribe|share this|follow us|click here|get the latest|download our|most read|trending now)\b.{0,160}$|\breplay more videos\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Promotion();

    [GeneratedRegex(@"^(?:\p{Lu}[\p{L}'’.-]+ ){2,4}(?:is|was) (?:a|an|the|our) .{0,120}\b(?:reporter|editor|correspondent|journalist|columnist|writer|contributor|producer|anchor|researcher|photographer)\b|\bfollow (?:him|her|them|me|us)\b.{0,40}(?:twitter|@|X\b|mastodon|bluesky)|\b(?:can|may) be reached at\b|^reach (?:him|her|them|the reporter)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Biography();

    [GeneratedRegex(@"\b(?:is|was|covers|reports|writes|works|joined)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Works();
}
