namespace BriefingBot.Sqlite.Stores;

/// <summary>Lets one process at a time update an index. The system lets go of it when the process ends, however it ends.</summary>
internal static class UpdateLock
{
    /// <exception cref="Retrieval.IndexException">Another process has it, or the folder cannot be written.</exception>
    public static IDisposable Take(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw Failures.NotWritable(path, denied.Message);
        }
        catch (IOException) when (File.Exists(path + ".lock"))
        {
            throw Failures.Busy(path);
        }
        catch (IOException failed)
        {
            throw Failures.NotWritable(path, failed.Message);
        }
    }
}
