namespace BriefingBot.Articles;

/// <summary>The lines of a file as bytes, one at a time.</summary>
internal sealed class ByteLines : IDisposable
{
    private const int BufferInBytes = 1 << 20;

    private readonly FileStream _stream;
    private byte[] _buffer = new byte[BufferInBytes];
    private int _start;
    private int _end;

    private ByteLines(FileStream stream) => _stream = stream;

    /// <returns>Null, and the problem, if the file cannot be opened.</returns>
    public static ByteLines? Open(CorpusFile file, out ReadProblem? problem)
    {
        try
        {
            problem = null;
            var lines = new ByteLines(new FileStream(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan));
            lines.Fill();
            lines._start = lines._buffer.AsSpan(0, lines._end).StartsWith("\uFEFF"u8) ? 3 : 0;
            return lines;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problem = new ReadProblem($"{file.Path}: cannot be read ({failure.Message}); skipped: check that it exists and may be read");
            return null;
        }
    }

    /// <param name="line">Without its line feed; valid until the next call.</param>
    /// <param name="tooLong">Whether the line was longer than <see cref="FileReader.MostBytes"/> and is passed over.</param>
    /// <returns>False at the end of the file.</returns>
    public bool Next(out ReadOnlyMemory<byte> line, out bool tooLong)
    {
        tooLong = false;
        var searched = 0;
        while (true)
        {
            var feed = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                line = _buffer.AsMemory(_start, searched + feed);
                _start += searched + feed + 1;
                return true;
            }

            searched = _end - _start;
            if (searched > FileReader.MostBytes)
            {
                tooLong = true;
                _start = _end;
                searched = 0;
            }

            if (!Fill())
            {
                line = _buffer.AsMemory(_start, _end - _start);
                _start = _end;
                return line.Length > 0 || tooLong;
            }
        }
    }

    public void Dispose() => _stream.Dispose();

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
