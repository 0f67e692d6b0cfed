// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class Document;
class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;
class QToolButton;

/// The commands of the window, each once: in menus, in the tool bar, with their shortcuts. The
/// window connects them.
class WindowActions final : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QMainWindow *window);

    // --- File ---
    QAction *newDocument;
    QAction *openDocument;
    QAction *openSample;
    QAction *saveCopy;
    QAction *keepRevision;
    QAction *importFiles;
    QAction *review;
    QAction *exportFile;
    QAction *compareWith;
    QAction *merge;
    QAction *upgrade;
    QAction *exportPicture;
    QAction *exportVisible;
    QAction *print;
    QAction *printVisible;
    QAction *closeDocument;
    QAction *quit;
    // --- Edit ---
    QAction *undo;
    QAction *redo;
    QAction *rename;
    QAction *duplicate;
    QAction *remove;
    QAction *find;
    // --- Add ---
    QAction *addTenant;
    QAction *addApplication;
    QAction *addSwitch;
    QAction *addOffice;
    QAction *addHost;
    QAction *onboard;
    // --- Plan ---
    QAction *recordAnswer;
    QAction *whatIf;
    QAction *fewestRestarts;
    // --- View, go ---
    QAction *nextProblem;
    QAction *previousProblem;
    QAction *fixProblem;
    QAction *nextPanel;
    QAction *previousPanel;
    QActionGroup *themes;  ///< Their data is the theme's token.
    QAction *shortcuts;
    QAction *about;

    QMenu *recentMenu;
    QMenu *addMenu;
    QMenu *viewMenu;  ///< The docks' own actions go to its beginning.

    /// Enables what needs a document, and names the steps to undo and redo. Null for none.
    void follow(const Document *document);
    /// How many objects are selected, all of which can be removed, renamed and so on.
    void followSelection(qsizetype count);
    void fillRecent(const QStringList &paths);
    void setTheme(const QString &token);

Q_SIGNALS:
    void recentRequested(const QString &path);
    void recentCleared();

private:
    QAction *make(const QString &name, const QString &text, const char *icon = nullptr);
    void makeFileActions();
    void makeEditActions();
    void makeAddActions();
    void makePlanActions();
    void makeViewActions();
    void fillMenuBar();
    void fillToolBar();
    QMenu *addMenuToBar(const QString &title);

    QMainWindow *m_window;
    QToolButton *m_addButton = nullptr;
    QList<QAction *> m_needDocument;
    QList<QAction *> m_needWriting;
};
