using BriefingBot.Articles;
using BriefingBot.Retrieval;
using Npgsql;

namespace BriefingBot.Postgres.Searches;

/// <summary>Scores the slots of a few articles by how often each term of the query stands in them, from one article only its few best.</summary>
internal sealed class ExactScan
{
    private const string Sql = """
        SELECT article, slot, span_start, span_end, terms, article_terms, published, tsvectorsend(lexemes)
        FROM briefingbot.passage WHERE corpus = $1 AND article = ANY ($2) ORDER BY article, slot
        """;

    private readonly AverageLengths _averages;
    private readonly DateOnly? _near;
    private readonly SearchTerm[] _terms;
    private readonly int[] _inArticle;
    private readonly List<(float Score, TextSpan? Span)> _slots = [];
    private readonly List<Choice> _chosen = [];
    private byte[] _sent = new byte[4096];

    /// <param name="terms">With their weights.</param>
    /// <param name="averages">Of the corpus.</param>
    /// <param name="near">The day of the question.</param>
    public ExactScan(IEnumerable<SearchTerm> terms, AverageLengths averages, DateOnly? near)
    {
        _averages = averages;
        _near = near;
        _terms = [.. terms.OrderBy(term => term.Name, Comparer<byte[]>.Create(static (left, right) => left.AsSpan().SequenceCompareTo(right)))];
        _inArticle = new int[_terms.Length];
    }

    private readonly record struct Choice(Candidate Candidate, int Slot);

    public List<Candidate> Run(NpgsqlConnection connection, int corpus, long[] articles, int most)
    {
        using var command = new NpgsqlCommand(Sql, connection);
        command.Parameters.AddWithValue(corpus);
        command.Parameters.AddWithValue(articles);
        using var row = command.ExecuteReader();
        for (var more = row.Read(); more;)
            more = Article(row);

        _chosen.Sort(static (left, right) =>
            left.Candidate.Score != right.Candidate.Score ? right.Candidate.Score.CompareTo(left.Candidate.Score)
            : left.Candidate.Article != right.Candidate.Article ? left.Candidate.Article.CompareTo(right.Candidate.Article)
            : left.Slot.CompareTo(right.Slot));
        return [.. _chosen.Take(most).Select(choice => choice.Candidate)];
    }

    /// <summary>Reads the rows of one article.</summary>
    /// <returns>Whether the row of another follows.</returns>
    private bool Article(NpgsqlDataReader row)
    {
        var (article, articleTerms) = (row.GetInt64(0), row.GetInt32(5));
        var factor = row.IsDBNull(6) ? 1 : (float)Closeness.Factor(_near, row.GetFieldValue<DateOnly>(6));
        Array.Clear(_inArticle);
        _slots.Clear();
        bool more;
        do
        {
            var slot = row.GetInt32(1);
            var span = slot == 0 ? (TextSpan?)null : new TextSpan(row.GetInt32(2), row.GetInt32(3));
            _slots.Add((Slot(row, slot == 0 ? _averages.Title : _averages.Passage), span));
            more = row.Read();
        }
        while (more && row.GetInt64(0) == article);

        Choose(article, articleTerms, factor);
        return more;
    }

    /// <summary>The score of the slot at whose row the reader stands.</summary>
    private float Slot(NpgsqlDataReader row, float averageTerms)
    {
        var terms = row.GetInt32(4);
        var lexemes = new LexemeReader(Sent(row));
        var (score, next) = (0f, 0);
        while (next < _terms.Length && lexemes.Next())
        {
            while (next < _terms.Length && _terms[next].Name.AsSpan().SequenceCompareTo(lexemes.Lexeme) < 0)
                next++;
            if (next == _terms.Length || !lexemes.Lexeme.SequenceEqual(_terms[next].Name))
                continue;
            score += _terms[next].Weight * Bm25.Saturation(lexemes.Frequency, terms, averageTerms);
            _inArticle[next++] += lexemes.Frequency;
        }

        return score;
    }

    private ReadOnlySpan<byte> Sent(NpgsqlDataReader row)
    {
        var length = (int)row.GetBytes(7, 0, null, 0, 0);
        if (length > _sent.Length)
            _sent = new byte[length * 2];
        return _sent.AsSpan(0, (int)row.GetBytes(7, 0, _sent, 0, length));
    }

    private void Choose(long article, int articleTerms, float factor)
    {
        var whole = 0f;
        for (var term = 0; term < _terms.Length; term++)
            whole += _inArticle[term] == 0 ? 0 : _terms[term].Weight * Bm25.Saturation(_inArticle[term], articleTerms, _averages.Article);

        var title = _slots[0].Score;
        _chosen.AddRange(_slots.Select((slot, number) => (slot.Score, slot.Span, Number: number)).Where(slot => slot.Score > 0)
            .OrderByDescending(slot => slot.Score).ThenBy(slot => slot.Number).Take(CandidateScore.MostPerArticle)
            .Select(slot => new Choice(new Candidate(article, slot.Span, factor * CandidateScore.Of(slot.Score, whole, title)), slot.Number)));
    }
}
